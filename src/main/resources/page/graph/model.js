import { kindOf } from '../words.js';

/**
 * What is known of the graph, and what of it is to be seen.
 *
 * @typedef {{nodes: Map<string, object>, relationships: Map<string, object>}} Graph
 * @typedef {object} Line one or more relationships of a type between the same two, drawn as one line
 * @property {string} id
 * @property {string} type
 * @property {string} from
 * @property {string} to
 * @property {object[]} claims
 */

const STRENGTH = ['low', 'moderate', 'high'];

/** Puts pieces of a graph together; what several hold counts once. @returns {Graph} */
export function merged(pieces) {
  const graph = { nodes: new Map(), relationships: new Map() };
  for (const piece of pieces) {
    piece.nodes.forEach((node) => graph.nodes.set(node.id, node));
    piece.relationships.forEach((one) => graph.relationships.set(keyOf(one), one));
  }
  return graph;
}

/** A graph with pieces put to it. @returns {Graph} */
export function joined({ nodes, relationships }, pieces) {
  return merged([{ nodes: [...nodes.values()], relationships: [...relationships.values()] }, ...pieces]);
}

/** What tells a relationship from all others. */
export function keyOf(relationship) {
  return `${relationship.type} ${relationship.id}`;
}

/** The id of the line as which a relationship is drawn. */
export function lineOf({ from, to, type }) {
  return `${from}~${to}~${type}`;
}

/** Whether a relationship holds on a day. */
export function holdsOn(relationship, day) {
  const { validFrom, validTo } = relationship.properties;
  return (!validFrom || validFrom <= day) && (!validTo || day < validTo);
}

/**
 * What of the graph is to be seen. An entity without a relationship to be seen is, if it is one of those that the view
 * is about.
 *
 * @param {Graph} graph
 * @param {import('../address.js').Drawing} drawing
 * @param {Set<string>} anchors ids of what the view is about
 * @returns {{nodes: object[], relationships: object[]}}
 */
export function visible(graph, drawing, anchors) {
  const hidden = new Set(drawing.hide);
  const off = new Set(drawing.off);
  const seen = (node) => node && !hidden.has(node.id) && !off.has(kindOf(node));
  const relationships = [...graph.relationships.values()].filter((one) =>
    !off.has(one.type)
    && seen(graph.nodes.get(one.from)) && seen(graph.nodes.get(one.to))
    && (!drawing.on || holdsOn(one, drawing.on)));
  const joined = new Set(relationships.flatMap((one) => [one.from, one.to]));
  const nodes = [...graph.nodes.values()].filter((node) => seen(node) && (joined.has(node.id) || anchors.has(node.id)));
  return { nodes, relationships };
}

/**
 * The lines to draw: parallel claims as one, but for those that are split.
 *
 * @param {object[]} relationships
 * @param {string[]} split ids of lines that are drawn claim by claim
 * @returns {Line[]}
 */
export function lines(relationships, split) {
  const parallel = new Map();
  for (const one of relationships) {
    const id = lineOf(one);
    if (!parallel.has(id)) parallel.set(id, { id, type: one.type, from: one.from, to: one.to, claims: [] });
    parallel.get(id).claims.push(one);
  }
  const opened = new Set(split);
  return [...parallel.values()].flatMap((line) => (opened.has(line.id) ? each(line) : [line]));
}

function each(line) {
  return line.claims.map((claim) => ({ ...line, id: `${line.id}~${claim.id}`, claims: [claim], part: line.id }));
}

/** What marks a line: what its claims are marked with, where that is one mark; otherwise that it has changed. */
export function markOf(line, marks) {
  const all = new Set(line.claims.map((claim) => marks.get(keyOf(claim))));
  return all.size > 1 ? 'changed' : [...all][0];
}

/** The highest confidence of a line's claims. */
export function confidence(line) {
  return STRENGTH[Math.max(...line.claims.map(sureness))];
}

/** How sure a relationship is, as a number; the surer, the larger. */
export function sureness({ properties }) {
  return STRENGTH.indexOf(properties.confidence);
}

/** The days on which something begins or ends, in order. */
export function changes(graph) {
  const days = new Set();
  for (const one of graph.relationships.values()) {
    if (one.properties.validFrom) days.add(one.properties.validFrom);
    if (one.properties.validTo) days.add(one.properties.validTo);
  }
  return [...days].sort();
}

/**
 * Claims of which each denies the others: those that share their question and differ, and stances of one actor on one
 * thing that exclude each other and hold on the same days.
 */
export function rivals(graph, claims) {
  const questions = new Set(claims.map((claim) => claim.properties.claim).filter(Boolean));
  const keys = new Set(claims.map(keyOf));
  return [...graph.relationships.values()].filter((one) => !keys.has(keyOf(one)) && (
    questions.has(one.properties.claim)
    || claims.some((claim) => isStance(claim) && isStance(one) && claim.type !== one.type
      && claim.from === one.from && claim.to === one.to && overlap(claim.properties, one.properties))));
}

/** Whether two periods share a day; an end that is absent is open, and the last day is not part of a period. */
function overlap(one, other) {
  const beginsBefore = ({ validFrom }, end) => !validFrom || !end || validFrom < end;
  return beginsBefore(one, other.validTo) && beginsBefore(other, one.validTo);
}

export function isStance(relationship) {
  return ['SUPPORTS', 'OPPOSES', 'NEUTRAL_ON'].includes(relationship.type);
}
