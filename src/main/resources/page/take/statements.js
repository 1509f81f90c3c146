import { authorization, route } from '../api.js';

/** The screen as a statement or a command, to be run elsewhere. */

/** A value as Cypher writes it. */
export function literal(value, isDate = false) {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `[${value.map((one) => literal(one, isDate)).join(', ')}]`;
  if (typeof value !== 'string') return String(value);
  const text = `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  return isDate ? `date(${text})` : text;
}

/** What of a statement is text, a name or a comment; or else a parameter, by its name. */
const PARTS = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\/.*|\/\*[^]*?\*\/|\$(\w+)/g;

/** A saved query with the values in place of its parameters, so that it runs wherever Cypher does. */
export function ofQuery({ cypher, parameters: declared }, parameters) {
  const dates = declared.filter(({ type }) => type === 'date').map(({ name }) => name);
  return `${cypher.trim().replace(PARTS, (part, name) => (name ? literal(parameters[name], dates.includes(name)) : part))}\n`;
}

/** A type as the vocabulary has them; a statement may return what only looks like a relationship. */
const TYPE = /^[A-Z][A-Z_]*$/;

/** What is to be seen, as one statement; also of entities that nothing joins. */
export function ofGraph({ nodes, relationships }) {
  const types = [...new Set(relationships.map((one) => one.type))].filter((type) => TYPE.test(type)).map((type) => `\`${type}\``).join('|');
  const ids = literal(nodes.map((node) => node.id));
  const drawn = literal(relationships.map((one) => one.id));
  return `WITH ${ids} AS ids\nMATCH (a:Entity)\nWHERE a.id IN ids\n`
    + `OPTIONAL MATCH (a)-[r${types ? `:${types}` : ''}]->(b:Entity)\nWHERE b.id IN ids\n  AND r.id IN ${drawn}\nRETURN a, r, b\n`;
}

/** The same request for a shell. */
export function curl({ path, parameters }) {
  return `curl '${location.origin}${route(path, parameters).replaceAll("'", '%27')}'${token()}`;
}

/** A request with a body, for a shell. */
export function curlOf(path, body) {
  // Not every shell knows how to write a quote in quotes; JSON does
  const text = JSON.stringify(body).replace(/['‘’‚‛]/g, (quote) => `\\u${quote.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `curl '${location.origin}${route(path)}' -H 'Content-Type: application/json'${token()} -d '${text}'`;
}

/** Where this page needs a token, the shell does; it is not written out. */
function token() {
  return authorization().Authorization ? ' -H "Authorization: Bearer $ENTENTE_TOKEN"' : '';
}
