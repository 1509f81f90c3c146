// title: Which bases are hosted there?
// description: >-
//   Bases that a state, or the states and places within a region, have or had on their territory for another by a
//   day; the status tells whether a base is active, former or only proposed.
// ask:
//   - "(which|what) [foreign] [military] bases [present past or proposed] (are [(hosted|located)]|does article name) in {target} [and who hosts them] [(on|as of|by|in) {asOf}]"
//   - "(which|what) [foreign] [military] bases does {target} (host|have) [(on|as of|by|in) {asOf}]"
//   - "who hosts [foreign] [military] bases in {target} [(on|as of|by|in) {asOf}]"
//   - "[foreign] [military] bases in {target} [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, kinds: [State, Place], description: 'the state, place or region', example: central-asia}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
//   dated: {type: boolean, description: 'true leaves out hosting and running of which no source tells the beginning, and which therefore hold on every earlier day', default: false}
// columns:
//   base: the base
//   baseId: the id of the base
//   status: active, former or proposed
//   host: who has it on its territory
//   hostId: the id of the host
//   operators: who runs or ran it
//   since: when the hosting began, as exactly as it is known
//   until: when the hosting ended, as exactly as it is known
//   confidence: the highest confidence of the sources
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (:Entity {id: $target})<-[within:LOCATED_IN*0..6]-(place:Entity)
WHERE all(step IN within WHERE step.validFrom <= $asOf < step.validTo)
WITH DISTINCT place
OPTIONAL MATCH (place)-[:HOSTS]->(hosted:Base)
WITH DISTINCT CASE WHEN place:Base THEN place ELSE hosted END AS base
MATCH (host:Entity)-[s:HOSTS]->(base)
WHERE s.validFrom <= $asOf AND NOT ($dated AND s.fromPrecision = 'unknown')
WITH base, host, s,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since,
     nullIf(left(toString(s.validTo - duration({days: 1})), {day: 10, month: 7, year: 4, unknown: 0}[s.toPrecision]), '') AS until
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH base, host, collect(s) AS hostings, collect(since)[0] AS since,
     CASE WHEN count(until) = count(*) THEN max(until) END AS until,
     collect(s.confidence) AS confidences, collect(DISTINCT s.summary) AS words
WITH base, host, hostings, since, until, confidences, words,
     COLLECT {
       MATCH (:Actor)-[operation:OPERATES]->(base)
       WHERE operation.validFrom <= $asOf AND NOT ($dated AND operation.fromPrecision = 'unknown')
       RETURN operation ORDER BY operation.id
     } AS operations
RETURN base.name AS base, base.id AS baseId, base.status AS status, host.name AS host, host.id AS hostId,
       COLLECT {
         UNWIND operations AS operation
         RETURN DISTINCT startNode(operation).name AS operator ORDER BY operator
       } AS operators,
       since, until, [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       words,
       COLLECT {
         UNWIND hostings + operations AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY base, baseId, host, hostId
