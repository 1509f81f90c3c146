// title: What happened, in order?
// description: >-
//   Everything dated around an entity: events that it took part in, that are about it or took place there, and
//   relationships that begin or end. What has no date is left out.
// ask:
//   - "what happened (to|around|with|at|in|about) {target} [(from|since) {earliest}] [(to|until) {latest}]"
//   - "what happened (to|around|with|at|in|about) {target} (in|on|during) {earliest,latest}"
//   - "(timeline|history|chronology) of {target} [(from|since) {earliest}] [(to|until) {latest}]"
//   - "what (was|were) (events|happenings) (around|about|in|at) {target} (in|on|during) {earliest,latest}"
//   - "what (was|were) (events|happenings) (around|about|in|at) {target} [(from|since) {earliest}] [(to|until) {latest}]"
// parameters:
//   target: {type: entity, description: what to follow, example: osh-base}
//   earliest: {type: date, period: first day, description: 'the first day to show, from the start where none is given', required: false, example: 2009-06-01}
//   latest: {type: date, description: 'the last day to show, to the end where none is given', required: false, example: 2009-07-31}
// columns:
//   date: when, as exactly as it is known
//   change: happens, begins or ends
//   what: the event, or the other end of the relationship
//   whatId: the id of that
//   kind: what that is
//   tie: how the two are tied, a type of relationship, or null for the entity itself
//   summary: one line
//   confidence: the highest confidence of the sources
//   sources: what says so, as source#locator
MATCH (t:Entity {id: $target})
CALL (t) {
  WITH t, coalesce(t.date, t.signedOn, t.foundedOn) AS day,
       coalesce(t.datePrecision, t.signedOnPrecision, t.foundedOnPrecision) AS precision
  WHERE day IS NOT NULL
  RETURN day, precision, 'happens' AS change, t AS what, null AS tie, t.summary AS summary, [] AS facts
  UNION ALL
  MATCH (t)-[r:PARTICIPATED_IN|ABOUT|LOCATED_IN|LINKED_TO]-(e:Event)
  WHERE e.date IS NOT NULL
  RETURN e.date AS day, e.datePrecision AS precision, 'happens' AS change, e AS what, type(r) AS tie,
         e.summary AS summary, collect(r) AS facts
  UNION ALL
  MATCH (t)-[r]-(e:Entity)
  WHERE r.fromPrecision <> 'unknown' AND NOT (e:Event AND e.date IS NOT NULL)
  RETURN r.validFrom AS day, r.fromPrecision AS precision,
         CASE WHEN r.fromPrecision = r.toPrecision
                AND left(toString(r.validFrom), {day: 10, month: 7, year: 4}[r.fromPrecision])
                  = left(toString(r.validTo - duration({days: 1})), {day: 10, month: 7, year: 4}[r.fromPrecision])
           THEN 'happens' ELSE 'begins' END AS change,
         e AS what, type(r) AS tie, min(r.summary) AS summary, collect(r) AS facts
  UNION ALL
  MATCH (t)-[r]-(e:Entity)
  WHERE r.toPrecision <> 'unknown'
    AND (r.fromPrecision <> r.toPrecision
      OR left(toString(r.validFrom), {day: 10, month: 7, year: 4}[r.fromPrecision])
        <> left(toString(r.validTo - duration({days: 1})), {day: 10, month: 7, year: 4}[r.fromPrecision]))
  RETURN r.validTo - duration({days: 1}) AS day, r.toPrecision AS precision, 'ends' AS change,
         e AS what, type(r) AS tie, min(r.summary) AS summary, collect(r) AS facts
}
WITH day, precision, change, what, tie, summary, facts, date.truncate(precision, day) AS firstDay,
     {day: duration({days: 0}), month: duration({months: 1, days: -1}), year: duration({years: 1, days: -1})}[precision] AS span
WHERE ($earliest IS NULL OR firstDay + span >= $earliest) AND ($latest IS NULL OR firstDay <= $latest)
RETURN left(toString(day), {day: 10, month: 7, year: 4}[precision]) AS date, change, what.name AS what, what.id AS whatId,
       [label IN labels(what) WHERE NOT label IN ['Entity', 'Actor']][0] AS kind, tie, summary,
       [word IN ['high', 'moderate', 'low'] WHERE any(one IN facts WHERE one.confidence = word)][0] AS confidence,
       COLLECT {
         UNWIND facts AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY date, change, what, whatId, tie
