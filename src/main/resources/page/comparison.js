import { get } from './api.js';
import { keyOf, merged } from './graph/model.js';

/** What became of an entity between two days, as an {@link import('./answer.js').Answer} with the changes beside it. */
export async function comparison({ entity, from, to }, signal) {
  const source = { path: '/compare', parameters: { entity, from, to } };
  const answer = { title: 'Compare two days', source, table: null, definition: null, parameters: {}, asOf: null, notes: [], askOn: null };
  if (!entity || !from || !to) return { ...answer, graph: merged([]), anchors: new Set(), focus: new Set(), changes: null, empty: 'Name an entity and two days; what changed is drawn here.' };
  const found = await get(source.path, source.parameters, signal);
  const nodes = [found.entity, ...found.entities].map((node) => ({ properties: {}, ...node }));
  const relationships = [...found.appeared, ...found.ended, ...found.passed, ...found.changed.flatMap(({ before, after }) => [before, after]),
    ...found.continued.flatMap((one) => one.relationships)];
  return {
    ...answer, graph: merged([{ nodes, relationships }]), anchors: new Set([found.entity.id]), focus: new Set([found.entity.id]),
    changes: found, marks: marks(found),
    notes: found.truncated ? ['There are more changes than these; choose days that lie closer together.'] : [],
  };
}

function marks({ appeared, ended, passed, changed, continued }) {
  const marked = (all, name) => all.map((one) => [keyOf(one), name]);
  return new Map([
    ...marked(continued.flatMap((one) => one.relationships), 'continued'),
    ...marked(appeared, 'appeared'), ...marked(ended, 'ended'), ...marked(passed, 'passed'),
    ...marked(changed.flatMap(({ before, after }) => [before, after]), 'changed'),
  ]);
}
