import { html } from 'lit';

/**
 * Texts in a row, where there are any, each of which keeps to itself which way it is read.
 *
 * @param {(string | null | undefined)[]} texts
 */
export function apart(texts, between = ', ') {
  return texts.filter(Boolean).map((text, at) => html`${at ? between : ''}<bdi>${text}</bdi>`);
}
