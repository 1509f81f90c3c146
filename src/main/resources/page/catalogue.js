import { get } from './api.js';

/** The saved queries; asked for once. */

let asked = null;

/** @returns {Promise<object[]>} */
export function queries() {
  asked ??= get('/queries').then((answer) => answer.queries).catch((failure) => {
    asked = null;
    throw failure;
  });
  return asked;
}

/** One saved query by its name, or undefined. */
export async function query(name) {
  return (await queries()).find((one) => one.name === name);
}

/** The simplest question that a saved query answers, with the examples of its parameters: "who backs osh base?". */
export function phrase(definition) {
  const pattern = definition.ask[0];
  if (!pattern) return null;
  let text = pattern;
  for (let before = null; before !== text; ) {
    before = text;
    text = text.replace(/\[[^[\]]*\]/g, '').replace(/\(([^()|]*)(\|[^()]*)?\)/g, '$1');
  }
  const examples = Object.fromEntries(definition.parameters.map((one) => [one.name, one.example]));
  text = text.replace(/\{(\w+)\}/g, (all, name) => examples[name] ?? all).replace(/\s+/g, ' ').trim();
  return `${text[0].toUpperCase()}${text.slice(1)}?`;
}

/** The example of each parameter that has to be given, to try a saved query with. */
export function example(definition) {
  return Object.fromEntries(definition.parameters
    .filter((one) => one.required && one.example !== null)
    .map((one) => [one.name, [String(one.example)]]));
}
