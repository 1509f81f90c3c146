import { lines } from '../graph/model.js';
import { source, sourceId } from '../panel/sources.js';
import { standalone } from './standalone.js';

/**
 * What is to be seen of a graph as one file of HTML, with the sources that it cites.
 *
 * @param {{title: string, nodes: object[], relationships: object[], marks: Map<string, string>,
 *   positions: Map<string, {x: number, y: number}>, on: string | null}} seen
 * @returns {Promise<Blob>}
 */
export async function onePage({ relationships, ...seen }) {
  const cited = new Map(relationships.flatMap((one) => (one.properties.sources ?? []).map((citation) =>
    [`${one.properties.dossier}/${sourceId(citation)}`, [one.properties.dossier, citation]])));
  const known = await Promise.all([...cited].map(async ([key, [dossier, citation]]) => [key, (await source(dossier, citation)) ?? {}]));
  return new Blob([standalone({ ...seen, lines: lines(relationships, []), sources: new Map(known) })], { type: 'text/html' });
}
