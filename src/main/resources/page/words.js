/** How the page says what the data holds. */

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December'];

/** A day as exactly as it is known: "7 July 2009", "July 2009", "2009"; null where it is not known. */
export function day(date, precision = 'day') {
  if (!date || precision === 'unknown') return null;
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  const known = date.length === 10 ? precision : date.length === 7 ? 'month' : 'year';
  if (known === 'year') return String(year);
  const text = `${MONTHS[month - 1]} ${year}`;
  return known === 'month' ? text : `${dayOfMonth} ${text}`;
}

/** The date of a day as people may write it: today is one, as the server counts days. */
export function dated(text) {
  return text === 'today' ? new Date().toISOString().slice(0, 10) : text;
}

/** The day before a date, as an ISO date. */
export function dayBefore(date) {
  const before = new Date(`${date}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}

/** When a relationship holds, with the precision of each end. */
export function period(properties) {
  const from = day(properties.validFrom, properties.fromPrecision);
  const last = properties.validTo && day(dayBefore(properties.validTo), properties.toPrecision);
  if (!from && !last) return 'no dates known';
  if (from && last) return from === last ? from : `${from} – ${last}`;
  return from ? `since ${from}` : `until ${last}`;
}

const VERBS = {
  SUPPORTS: 'supports', OPPOSES: 'opposes', NEUTRAL_ON: 'takes no side on', SIGNED: 'signed', BORDERS: 'borders',
  MEMBER_OF: 'is a member of', LEADS: 'leads', REPRESENTS: 'represents', LOCATED_IN: 'lies in', HOSTS: 'hosts',
  OPERATES: 'operates', PROPOSED: 'proposed', PARTY_TO: 'is party to', PARTICIPATED_IN: 'took part in',
  ATTACKED: 'attacked', LINKED_TO: 'is linked to', ABOUT: 'is about', FOR: 'matters to',
};

/** A type of relationship as a verb: "takes no side on". */
export function verb(type) {
  return VERBS[type] ?? lower(type);
}

/** A type of relationship as a name: "neutral on". */
export function lower(type) {
  // Beside the side that is for something, "for" would read as that
  return type === 'FOR' ? VERBS.FOR : type.toLowerCase().replaceAll('_', ' ');
}

/** What became of a relationship between two days, by its mark. */
export function became(mark) {
  return { passed: 'began and ended', continued: 'goes on' }[mark] ?? mark;
}

/** "1 entity", "3 entities". */
export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** "a, b and c". */
export function listed(words) {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A name as names are compared: without case, accents, marks and article. */
export function folded(name) {
  const bare = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim().replace(/^the /, '');
}

/** The kind of an entity, by its labels. */
export function kindOf(entity) {
  return entity.kind ?? entity.labels?.find((label) => label !== 'Entity' && label !== 'Actor') ?? 'Entity';
}

/** A link from data, where it is one that may be followed; otherwise null. */
export function safeLink(text) {
  try {
    const url = new URL(text);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

/** The name of a column, a property or a parameter, in words: "stated by". */
export function spelled(name) {
  return lower(name.replace(/([A-Z])/g, ' $1'));
}

/** A property as text, a date as exactly as it is known. */
export function told(properties, name) {
  const precision = properties[`${name}Precision`];
  return precision ? day(properties[name], precision) : plain(properties[name]);
}

/** Any value of a row as text; an entity by its name and a relationship by its type. */
export function plain(value) {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(plain).join('; ');
  if (typeof value === 'object') return (value.labels && value.name) || (value.from && value.properties && value.type) || JSON.stringify(value);
  return String(value);
}
