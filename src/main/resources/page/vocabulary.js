import { get } from './api.js';

/** The kinds and types of the graph, with their meanings and how many there are; asked for once. */

let asked = null;

/** @returns {Promise<{kinds: object[], types: object[]}>} */
export function schema() {
  asked ??= get('/schema').catch((failure) => {
    asked = null;
    throw failure;
  });
  return asked;
}
