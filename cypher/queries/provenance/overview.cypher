// title: What do we know about it?
// description: >-
//   One entity at a glance: its kind, other names and summary, then for each way in which it is tied to others how many
//   these are and who, on a day or at any time. The query evidence has every assertion with its sources.
// ask:
//   - "what do we know about {target} [(on|as of|by|in) {asOf}]"
//   - "tell [me] about {target}"
//   - "(who|what) is {target}"
//   - "what about {target}"
//   - "[what is] status of {target} [(on|as of|by|in) {asOf}]"
//   - "(overview|profile) of {target} [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, description: the entity, example: william-burns}
//   asOf: {type: date, description: 'the day to read the graph at, any day where none is given', required: false, example: 2009-07-31}
// columns:
//   topic: 'kind, name, also called, summary and the like, or a type of relationship'
//   direction: 'of a relationship, whether it goes from the entity or to it, or either way where it has no direction'
//   count: to how many others it is tied so
//   what: 'what there is to tell; of others, the first twelve by name'
//   whatIds: the ids of these others, in the same order
//   dossiers: which dossiers assert such ties
MATCH (t:Entity {id: $target})
CALL (t) {
  UNWIND [
    {topic: 'name', what: [t.name]},
    {topic: 'kind', what: [label IN labels(t) WHERE NOT label IN ['Entity', 'Actor']]},
    {topic: 'also called', what: coalesce(t.aliases, [])},
    {topic: 'summary', what: [t.summary]},
    {topic: 'category', what: [t.category]},
    {topic: 'status', what: [t.status]},
    {topic: 'office', what: [t.office]},
    {topic: 'effect', what: [t.effect]},
    {topic: 'date', what: [left(toString(coalesce(t.date, t.signedOn, t.foundedOn)),
       {day: 10, month: 7, year: 4}[coalesce(t.datePrecision, t.signedOnPrecision, t.foundedOnPrecision)])]}
  ] AS own
  WITH own WHERE own.what[0] IS NOT NULL
  RETURN 0 AS part, own.topic AS topic, null AS direction, null AS count, own.what AS what, [] AS whatIds, [] AS dossiers
  UNION ALL
  MATCH (t)-[s]-(other:Entity)
  WHERE $asOf IS NULL OR s.validFrom <= $asOf < s.validTo
  WITH type(s) AS topic, CASE WHEN s:BORDERS OR s:LINKED_TO THEN 'either way' WHEN startNode(s) = t THEN 'from' ELSE 'to' END AS direction,
       other, collect(DISTINCT s.dossier) AS dossiersOfEach
  ORDER BY other.name, other.id
  WITH topic, direction, count(*) AS count, collect(other)[..12] AS others, collect(dossiersOfEach) AS dossiersOfAll
  RETURN 1 AS part, topic, direction, count, [other IN others | other.name] AS what, [other IN others | other.id] AS whatIds,
         COLLECT {
           UNWIND dossiersOfAll AS dossiersOfEach UNWIND dossiersOfEach AS dossier
           RETURN DISTINCT dossier ORDER BY dossier
         } AS dossiers
}
RETURN topic, direction, count, what, whatIds, dossiers
ORDER BY part, CASE topic WHEN 'name' THEN 0 WHEN 'kind' THEN 1 WHEN 'also called' THEN 2 WHEN 'summary' THEN 3 ELSE 4 END, topic, direction
