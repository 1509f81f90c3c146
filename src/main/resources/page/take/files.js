import { file, get, route } from '../api.js';

/** The formats of a graph, and of rows, that the API gives: ending and name. */
export const GRAPHS = [['graphml', 'GraphML'], ['gexf', 'GEXF, for Gephi'], ['cyjs', 'Cytoscape'], ['jgf', 'JGF'],
  ['json', 'JSON'], ['jsonl', 'JSON Lines'], ['csv', 'CSV']];
export const ROWS = [['csv', 'CSV'], ['json', 'JSON'], ['jsonl', 'JSON Lines']];

/** No cell of a table is to be taken for a formula. */
const SAFE = { safe: true };
const CUT = 'Saved, but not the whole: there is more than the server gives in one file. Ask for less, by types or a day.';

/**
 * Asks the API for a file and hands it to the person.
 *
 * @returns {Promise<string | undefined>} what there is to say of it
 */
export async function download({ path, parameters, note }, ending, name) {
  return (await take(route(`${path}.${ending}`, { ...parameters, ...(ending === 'csv' && SAFE) }), {}, `${name}.${ending}`)) ?? note;
}

/** The same where what is asked does not fit into an address. */
export async function post(path, body, ending, name) {
  const address = route(`${path}.${ending}`, { limit: await mostOf('rows'), ...(ending === 'csv' && SAFE) });
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  return take(address, init, `${name}.${ending}`);
}

async function take(address, init, name) {
  const { blob, truncated } = await file(address, init);
  save(blob, name);
  return truncated ? CUT : undefined;
}

/** The most that the server gives of something, by its name among the limits. */
export async function mostOf(limit) {
  return (await get('/limits'))[limit];
}

/** Hands a file to the person. */
export function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A name for a file: what a title says in letters, digits and hyphens. */
export function fileName(title) {
  return title.toLowerCase().normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60) || 'entente';
}
