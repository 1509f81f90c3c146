import { file, route } from '../api.js';

/** The formats of a graph, and of rows, that the API gives: ending and name. */
export const GRAPHS = [['graphml', 'GraphML'], ['gexf', 'GEXF, for Gephi'], ['cyjs', 'Cytoscape'], ['jgf', 'JGF'],
  ['json', 'JSON'], ['jsonl', 'JSON Lines'], ['csv', 'CSV']];
export const ROWS = [['csv', 'CSV'], ['json', 'JSON'], ['jsonl', 'JSON Lines']];

/** Asks the API for a file and hands it to the person. */
export async function download({ path, parameters }, ending, name) {
  const given = ending === 'csv' ? { ...parameters, safe: true } : parameters;
  save(await file(route(`${path}.${ending}`, given)), `${name}.${ending}`);
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
