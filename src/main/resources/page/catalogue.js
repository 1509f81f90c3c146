import { ApiProblem, get } from './api.js';

/** The saved queries; asked for once, and again for one that has been added since. */

let asked = null;

/**
 * @param {{again?: boolean}} [how] with again, they are asked for even where they are known
 * @returns {Promise<object[]>}
 */
export function queries({ again = false } = {}) {
  if (again) asked = null;
  asked ??= get('/queries').then((answer) => answer.queries).catch((failure) => {
    asked = null;
    throw failure;
  });
  return asked;
}

/** One saved query by its name. */
export async function query(name) {
  const named = (one) => one.name === name;
  const found = (await queries()).find(named) ?? (await queries({ again: true })).find(named);
  if (!found) throw unknown(name);
  return found;
}

/** What there is to say where no saved query bears a name. */
export function unknown(name) {
  return new ApiProblem({ status: 404, code: 'unknown-query', detail: `No saved query is named "${name}".` });
}

/**
 * The simplest question that a saved query answers, with the examples of its parameters: "Who backs osh-base?".
 *
 * @param {Map<string, string>} [names] how what bears an id is called
 */
export function phrase(definition, names = new Map()) {
  const pattern = definition.ask[0];
  if (!pattern) return null;
  let text = pattern;
  for (let before = null; before !== text; ) {
    before = text;
    text = text.replace(/\[[^[\]]*\]/g, '').replace(/\(([^()|]*)(\|[^()]*)?\)/g, '$1');
  }
  const examples = Object.fromEntries(definition.parameters.map((one) => [one.name, one.example]));
  // {stance=opposes} takes up no word, and {earliest,latest} is said once.
  text = text.replace(/\{\w+=[^{}]*\}/g, '').replace(/\{(\w+)(?:,[^{}]*)?\}/g, (all, name) => names.get(examples[name]) ?? examples[name] ?? all).replace(/\s+/g, ' ').trim();
  return `${text[0].toUpperCase()}${text.slice(1)}?`;
}

/** The example of each parameter that has to be given, to try a saved query with. */
export function example(definition) {
  return Object.fromEntries(definition.parameters
    .filter((one) => one.required && one.example !== null)
    .map((one) => [one.name, [String(one.example)]]));
}
