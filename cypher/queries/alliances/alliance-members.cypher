// title: Who is in the alliance?
// description: >-
//   Actors bound by an alliance, or by any other agreement, on a day. A bond that ends and begins again at once, as
//   where an alliance is renewed, counts as one. Who was bound when a data set ended, such as ATOP in 2018, still is.
// ask:
//   - "members of (alliance|pact|treaty) {alliance} [(on|as of|by|in) {asOf}]"
//   - "(who|which states|which countries) (belongs to|belong to|is in|are in) (alliance|pact|treaty) {alliance} [(on|as of|by|in) {asOf}]"
//   - "(who|which states|which countries) are (members|parties) (of|to) (alliance|pact|treaty) {alliance} [(on|as of|by|in) {asOf}]"
//   - "(who|which states|which countries) (is|are) allied (in|under|by|through) {alliance} [(on|as of|by|in) {asOf}]"
//   - "how many members did (alliance|pact|treaty) {alliance} have [(on|as of|by|in) {asOf}]"
//   - "alliance members of {alliance} [(on|as of|by|in) {asOf}]"
// parameters:
//   alliance: {type: entity, kinds: [Agreement], description: 'the alliance or agreement, such as atop-4220', example: atop-4220}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-06-30}
// columns:
//   member: who is bound by it
//   memberId: the id of the member
//   since: when its present bond began, as exactly as it is known
//   until: when that bond ended, as exactly as it is known
//   joined: when it was bound for the first time, as exactly as it is known
//   confidence: the highest confidence of the sources
//   sources: what says so, as source#locator
MATCH (a:Actor)-[held:SIGNED]->(t:Entity {id: $alliance})
WHERE held.validFrom <= $asOf < held.validTo
WITH DISTINCT a, t
CALL (a, t) {
  MATCH (a)-[s:SIGNED]->(t)
  WHERE s.validFrom <= $asOf AND NOT EXISTS { MATCH (a)-[earlier:SIGNED]->(t) WHERE earlier.validFrom < s.validFrom <= earlier.validTo }
  RETURN s AS start ORDER BY s.validFrom DESC, s.fromPrecision, s.id LIMIT 1
}
CALL (a, t) {
  MATCH (a)-[s:SIGNED]->(t)
  WHERE s.validTo > $asOf AND NOT EXISTS { MATCH (a)-[later:SIGNED]->(t) WHERE later.validFrom <= s.validTo < later.validTo }
  RETURN s AS last ORDER BY s.validTo, s.toPrecision, s.id LIMIT 1
}
CALL (a, t) {
  MATCH (a)-[s:SIGNED]->(t)
  RETURN s AS first ORDER BY s.validFrom, s.fromPrecision, s.id LIMIT 1
}
WITH a, start, last, first,
     COLLECT {
       MATCH (a)-[s:SIGNED]->(t) WHERE s.validFrom <= $asOf < s.validTo
       RETURN s ORDER BY s.id
     } AS bonds
RETURN a.name AS member, a.id AS memberId,
       nullIf(left(toString(start.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[start.fromPrecision]), '') AS since,
       nullIf(left(toString(last.validTo - duration({days: 1})), {day: 10, month: 7, year: 4, unknown: 0}[last.toPrecision]), '') AS until,
       nullIf(left(toString(first.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[first.fromPrecision]), '') AS joined,
       [word IN ['high', 'moderate', 'low'] WHERE any(one IN bonds WHERE one.confidence = word)][0] AS confidence,
       COLLECT {
         UNWIND bonds AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY member, memberId
