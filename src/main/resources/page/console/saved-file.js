/** A statement as a file of a saved query, with the header that one has. */

/** What a saved query begins with; other comments are the analyst's own. */
const HEADER = /^\s*\/\/ ?title:[^\n]*\n(?:\/\/[^\n]*\n)*/;

const TYPES = { boolean: 'boolean', string: 'string' };

/**
 * @param {string} statement
 * @param {Record<string, unknown>} parameters as they were given
 * @param {string[]} columns of the result
 */
export function savedFile(statement, parameters, columns) {
  const bare = statement.replace(HEADER, '').trim();
  const gap = bare.startsWith('//') ? '\n' : ''; // a header ends at the first line that is no comment
  const header = [
    'title: A few words for a list',
    'description: What the query answers, in a sentence.',
    ...section('parameters', Object.entries(parameters).map(([name, value]) =>
      `  ${name}: {type: ${typeOf(value)}, description: what it means, example: ${JSON.stringify(plainValue(value))}}`)),
    ...section('columns', columns.map((column) => `  ${/^\w+$/.test(column) ? column : JSON.stringify(column)}: what it holds`)),
  ];
  const ordered = /\border\s+by\b/i.test(bare) ? '' : `\nORDER BY ${columns.map((column) => (/^\w+$/.test(column) ? column : `\`${column}\``)).join(', ')}`;
  return `${header.map((line) => `// ${line}`).join('\n')}\n${gap}${bare.replace(/;$/, '')}${ordered}\n`;
}

function section(name, lines) {
  return lines.length ? [`${name}:`, ...lines] : [];
}

function plainValue(value) {
  return value?._value ?? value;
}

function typeOf(value) {
  if (Array.isArray(value)) return `list of ${value.length ? typeOf(value[0]) : 'string'}`;
  if (value?.$type === 'Date' || /^\d{4}-\d{2}-\d{2}$/.test(value)) return 'date';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return TYPES[typeof value] ?? 'string';
}
