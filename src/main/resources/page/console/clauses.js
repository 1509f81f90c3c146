/** Where the clauses of a statement are. The server's grammar judges it; here a clause is only put into what passed that. */

const COMMENTS = /\/\/[^\n]*|\/\*.*?\*\//s;
const QUOTED = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`/s;
const NO_CLAUSES = new RegExp(`${COMMENTS.source}|${QUOTED.source}`, 'gs');
const INNERMOST = /\([^()[\]{}]*\)|\[[^()[\]{}]*\]|\{[^()[\]{}]*\}/g;
/** What begins a clause may be the name of something as well. */
const NO_NAME = String.raw`(?<![.$:]|\bAS\s+)\b`;
const RETURN = new RegExp(String.raw`${NO_NAME}RETURN\b`, 'gi');
const PART = new RegExp(String.raw`${NO_NAME}(?:SKIP|OFFSET|LIMIT)\b\s*(?=[\w$#])`, 'i');

/** The names of the parameters that a statement uses. */
export function parametersIn(statement) {
  const text = statement.replace(NO_CLAUSES, (one) => (one.startsWith('`') ? one : ' '));
  return new Set([...text.matchAll(/\$`?(\w+)/g)].map(([, name]) => name));
}

/** A statement that gives its rows in the order of the columns, where it asks for no order of its own. */
export function ordered(statement, columns) {
  const names = columns.map((column) => (/^[a-z_]\w*$/i.test(column) ? column : `\`${column.replaceAll('`', '``')}\``)).join(', ');
  const clauses = outermost(statement);
  const end = clauses.includes(';') ? clauses.indexOf(';') : clauses.length;
  const last = [...clauses.matchAll(RETURN)].at(-1);
  if (!last) return returning(statement.slice(0, end).trimEnd(), names);
  const rest = clauses.slice(last.index, end);
  if (/\bORDER\s+BY\b/i.test(rest)) return statement.slice(0, end).trimEnd();
  const part = rest.search(PART);
  const at = part < 0 ? end : last.index + part;
  return `${statement.slice(0, at).trimEnd()}\nORDER BY ${names}\n${statement.slice(at, end)}`.trimEnd();
}

/** A procedure that is called alone can have no order until its columns are named. */
function returning(call, names) {
  const named = /\bYIELD\b/i.test(outermost(call)) ? '' : `YIELD ${names}\n`;
  return `${call}\n${named}RETURN ${names}\nORDER BY ${names}`;
}

/** The statement with blanks for comments, and signs for what is quoted or stands in brackets. */
function outermost(statement) {
  let text = statement.replace(NO_CLAUSES, (one) => (one.startsWith('/') ? ' ' : '#').repeat(one.length));
  for (let before = null; before !== text; ) {
    before = text;
    text = text.replace(INNERMOST, (one) => '#'.repeat(one.length));
  }
  return text;
}
