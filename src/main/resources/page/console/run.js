import { ApiProblem, post } from '../api.js';
import { joined, merged } from '../graph/model.js';

/**
 * What a statement returned.
 *
 * @typedef {object} Result
 * @property {string} statement
 * @property {object} parameters as they were given
 * @property {string[]} columns
 * @property {object[]} rows
 * @property {boolean} truncated whether there are more rows than these
 * @property {object[]} notifications
 * @property {ApiProblem | null} failure why the rows broke off, where they did
 */

/** Runs a statement. @returns {Promise<Result>} */
export async function run(statement, parameters) {
  const answer = await post('/cypher', request(statement, parameters));
  // What broke off knows of no notifications
  return { notifications: [], ...answer, statement, parameters, failure: brokenOff(answer) };
}

/** A statement as the server takes it. */
export function request(statement, parameters) {
  return { statement, parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, typed(value)])) };
}

/** Dates in words of JSON are given as dates, as a person means them. */
function typed(value) {
  if (Array.isArray(value)) return value.map(typed);
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? { $type: 'Date', _value: value } : value;
}

/** @returns {object | null} the parameters that a text gives; null where it is no object of JSON */
export function parametersOf(text) {
  try {
    const parameters = JSON.parse(text || '{}');
    return parameters && typeof parameters === 'object' && !Array.isArray(parameters) ? parameters : null;
  } catch {
    return null;
  }
}

function brokenOff({ error }) {
  return error ? new ApiProblem(error) : null;
}

/**
 * What of the rows is a graph; ends that no row holds are asked for.
 *
 * @param {Result} result
 * @returns {Promise<{graph: object, failure: Error | null}>} what came of it, and why not all of it did
 */
export async function graphOf({ rows, statement, parameters }) {
  const found = { nodes: [], relationships: [] };
  rows.forEach((row) => take(row, found));
  const graph = merged([found]);
  if (found.relationships.every(({ from, to }) => graph.nodes.has(from) && graph.nodes.has(to))) return { graph, failure: null };
  try {
    const { elements, data } = await post('/cypher.cyjs', request(statement, parameters));
    const ends = elements.nodes.map(node).filter(({ id }) => !graph.nodes.has(id));
    return { graph: joined(graph, [{ nodes: ends, relationships: [] }]), failure: brokenOff(data) };
  } catch (failure) {
    return { graph, failure };
  }
}

function take(value, found) {
  if (Array.isArray(value)) value.forEach((one) => take(one, found));
  else if (value && typeof value === 'object') {
    const isElement = typeof value.id === 'string' && value.properties && typeof value.properties === 'object';
    if (isElement && Array.isArray(value.labels) && value.labels.includes('Entity')) found.nodes.push(value);
    else if (isElement && [value.type, value.from, value.to].every((one) => typeof one === 'string')) found.relationships.push(value);
    else if (!value.labels) Object.values(value).forEach((one) => take(one, found));
  }
}

function node({ data }) {
  const { id, labels, kind, name, ...properties } = data;
  return { id, labels: [labels].flat(), kind, name, properties: { ...properties, id, name } };
}
