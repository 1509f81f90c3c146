import { post } from '../api.js';
import { merged } from '../graph/model.js';

/**
 * Runs a statement.
 *
 * @returns {Promise<{statement: string, parameters: object, columns: string[], rows: object[], truncated: boolean,
 *   notifications: object[], graph: object}>}
 */
export async function run(statement, parameters) {
  const answer = await post('/cypher', { statement, parameters: typed(parameters) });
  return { ...answer, statement, parameters, graph: await graphOf(answer, statement, parameters) };
}

/** Dates in words of JSON are given as dates, as a person means them. */
export function typed(parameters) {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, typedValue(value)]));
}

function typedValue(value) {
  if (Array.isArray(value)) return value.map(typedValue);
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? { $type: 'Date', _value: value } : value;
}

/** What of the rows is a graph; ends that no row holds are asked for. */
async function graphOf({ rows }, statement, parameters) {
  const found = { nodes: [], relationships: [] };
  rows.forEach((row) => take(row, found));
  if (!found.relationships.length) return merged([found]);
  const { elements } = await post('/cypher.cyjs', { statement, parameters: typed(parameters) });
  return merged([{ nodes: elements.nodes.map(node), relationships: elements.edges.map(relationship) }]);
}

function take(value, found) {
  if (Array.isArray(value)) value.forEach((one) => take(one, found));
  else if (value && typeof value === 'object') {
    if (value.labels?.includes('Entity') && value.id) found.nodes.push(value);
    else if (value.type && value.from && value.properties) found.relationships.push(value);
    else if (!value.labels) Object.values(value).forEach((one) => take(one, found));
  }
}

function node({ data }) {
  const { id, labels, name, ...properties } = data;
  return { id, labels: [labels].flat(), name, properties: { ...properties, id, name } };
}

function relationship({ data }) {
  const { source: from, target: to, id, type, interaction, ...properties } = data;
  return { id, type: type ?? interaction, from, to, properties };
}
