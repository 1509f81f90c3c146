import { html } from 'lit';
import { lower, plain } from '../words.js';

/**
 * What a dossier says of an entity, where others say something else of the same.
 *
 * @param {{says: object}} dossier one of those that describe it
 * @param {{says: object}[]} all of them
 */
export function descriptions({ says }, all) {
  const disputed = Object.keys(says).filter((key) => !key.endsWith('Precision')
    && all.some((other) => key in other.says && plain(other.says[key]) !== plain(says[key])));
  return disputed.length ? html`<dl class="says">${disputed.map((key) =>
    html`<dt>${lower(key.replace(/([A-Z])/g, ' $1'))}</dt><dd>${plain(says[key])}</dd>`)}</dl>` : '';
}
