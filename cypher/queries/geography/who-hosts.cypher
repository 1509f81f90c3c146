// title: Who hosts it, and who runs it?
// description: >-
//   Who has a base, or an organisation's seat, on its territory for another, or had it by a day, with who runs it and
//   where it lies; the status tells whether a base is active, former or only proposed.
// ask:
//   - "who (hosts|operates) {target} [(on|as of|by|in) {asOf}]"
//   - "(which|what) (state|country) (hosts|operates) {target} [(on|as of|by|in) {asOf}]"
//   - "who hosts and (operates|runs) {target} [(on|as of|by|in) {asOf}]"
//   - "[(who|what) is] (host|operator) of {target} [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, kinds: [Base, Organization], description: the base or organisation, example: khanabad-base}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
//   dated: {type: boolean, description: 'true leaves out hosting and running of which no source tells the beginning, and which therefore hold on every earlier day', default: false}
// columns:
//   base: what is hosted
//   baseId: the id of that
//   status: of a base, active, former or proposed
//   host: who has it on its territory
//   hostId: the id of the host
//   operators: who runs or ran it
//   places: where it lies
//   since: when the hosting began, as exactly as it is known
//   until: when the hosting ended, as exactly as it is known
//   confidence: the highest confidence of the sources of the hosting
//   words: each source of hosting and running in a line
//   sources: what says that it is hosted and run so, as source#locator
MATCH (base:Entity {id: $target})
OPTIONAL MATCH (host:Entity)-[s:HOSTS]->(base)
WHERE s.validFrom <= $asOf AND NOT ($dated AND s.fromPrecision = 'unknown')
WITH base, host, s,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since,
     nullIf(left(toString(s.validTo - duration({days: 1})), {day: 10, month: 7, year: 4, unknown: 0}[s.toPrecision]), '') AS until
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH base, host, collect(s) AS hostings, collect(since)[0] AS since,
     CASE WHEN count(until) = count(*) THEN max(until) END AS until, collect(s.confidence) AS confidences
WITH base, host, hostings, since, until, confidences,
     COLLECT {
       MATCH (:Actor)-[operation:OPERATES]->(base)
       WHERE operation.validFrom <= $asOf AND NOT ($dated AND operation.fromPrecision = 'unknown')
       RETURN operation ORDER BY operation.id
     } AS operations
WHERE host IS NOT NULL OR size(operations) > 0
RETURN base.name AS base, base.id AS baseId, base.status AS status, host.name AS host, host.id AS hostId,
       COLLECT {
         UNWIND operations AS operation
         RETURN DISTINCT startNode(operation).name AS operator ORDER BY operator
       } AS operators,
       COLLECT {
         MATCH (base)-[location:LOCATED_IN]->(place:Entity) WHERE location.validFrom <= $asOf < location.validTo
         RETURN DISTINCT place.name AS place ORDER BY place
       } AS places,
       since, until, [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       COLLECT {
         UNWIND hostings + operations AS one
         RETURN DISTINCT one.summary AS line ORDER BY line
       } AS words,
       COLLECT {
         UNWIND hostings + operations AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY base, baseId, host, hostId
