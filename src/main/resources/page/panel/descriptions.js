import { html } from 'lit';
import { spelled, told } from '../words.js';

/**
 * What a dossier says of an entity, where others say something else of the same.
 *
 * @param {{says: object}} dossier one of those that describe it
 * @param {{says: object}[]} all of them
 */
export function descriptions({ says }, all) {
  const disputed = Object.keys(says).filter((name) => !name.endsWith('Precision')
    && all.some((other) => name in other.says && differ(says, other.says, name)));
  return disputed.length ? html`<dl class="says">${disputed.map((name) => html`<dt>${spelled(name)}</dt><dd>${told(says, name)}</dd>`)}</dl>` : '';
}

/** A list is the same in another order. */
function differ(one, other, name) {
  const inOrder = (says) => ({ ...says, [name]: Array.isArray(says[name]) ? [...says[name]].sort() : says[name] });
  return told(inOrder(one), name) !== told(inOrder(other), name);
}
