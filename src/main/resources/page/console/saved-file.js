import { ordered, parametersIn } from './clauses.js';

/** A statement as a file of a saved query, with the header that one has. */

/** What a saved query begins with; other comments are the analyst's own. */
const HEADER = /^\s*\/\/ ?title:[^\n]*\n(?:\/\/[^\n]*\n)*/;

const TYPES = { boolean: 'boolean', string: 'string' };
/** Where there is no value that could be one. */
const SOME = 'something';

/**
 * @param {string} statement
 * @param {Record<string, unknown>} parameters as they were given
 * @param {string[]} columns of the result
 */
export function savedFile(statement, parameters, columns) {
  const bare = statement.replace(HEADER, '').trim();
  const gap = bare.startsWith('//') ? '\n' : ''; // a header ends at the first line that is no comment
  const used = parametersIn(bare);
  const header = [
    'title: A few words for a list',
    'description: What the query answers, in a sentence.',
    ...section('parameters', Object.entries(parameters).filter(([name]) => used.has(name)).map(([name, value]) =>
      `  ${name}: {type: ${typeOf(value)}, description: what it means, example: ${example(value)}}`)),
    ...section('columns', columns.map((column) => `  ${/^\w+$/.test(column) ? column : JSON.stringify(column)}: what it holds`)),
  ];
  return `${header.map((line) => `// ${line}`).join('\n')}\n${gap}${ordered(bare, columns)}\n`;
}

function section(name, lines) {
  return lines.length ? [`${name}:`, ...lines] : [];
}

/** One value, also for what takes several. */
function example(value) {
  const [one] = [value].flat();
  const text = one?._value ?? one;
  return JSON.stringify(text === undefined || text === '' ? SOME : text);
}

function typeOf(value) {
  if (Array.isArray(value)) return `list of ${typeOfAll(value)}`;
  if (value?.$type === 'Date' || /^\d{4}-\d{2}-\d{2}$/.test(value)) return 'date';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return TYPES[typeof value] ?? 'string';
}

function typeOfAll(values) {
  const types = new Set(values.map(typeOf));
  if (types.size === 1) return [...types][0];
  return types.size && values.every((value) => typeof value === 'number') ? 'number' : 'string';
}
