import { get } from '../api.js';

/** What is known of a source, asked for once. */

const asked = new Map();

/**
 * @param {string} dossier the dossier that cites it
 * @param {string} citation as relationships have it: source, or source#locator
 * @returns {Promise<{title: string, properties: object} | null>} null where it is not to be had
 */
export function source(dossier, citation) {
  const key = `${dossier}/${sourceId(citation)}`;
  if (!asked.has(key)) {
    const path = `/sources/${encodeURIComponent(dossier)}/${encodeURIComponent(sourceId(citation))}`;
    asked.set(key, get(path, { limit: 1 }).catch(() => {
      // Another time it may be to be had
      asked.delete(key);
      return null;
    }));
  }
  return asked.get(key);
}

export function sourceId(citation) {
  return citation.split('#')[0];
}

/** Where in the source: a paragraph, a page, a row; empty where none is told. */
export function locator(citation) {
  return citation.split('#').slice(1).join('#');
}
