// title: Who left it?
// description: >-
//   Actors whose bond by an alliance, or by any other agreement, or membership of an organisation or group, such as the
//   system of states, ended in a period, and when they were bound again, if they ever were. A bond that begins again at
//   once, as where an alliance is renewed, did not end.
// ask:
//   - "(who|which members|which states|which countries) left {alliance} [in {year}]"
//   - "(who|which members|which states|which countries) left {alliance} (between|from) {from} (and|to|until) {to}"
//   - "(who|which members|which states|which countries) left {alliance} [in {year}] and (who|which of them) (came back|returned|rejoined) [later]"
//   - "(who|which members|which states|which countries) (quit|withdrew from|dropped out of) {alliance} [in {year}]"
//   - "how many (states|countries|members) (left|quit|withdrew from) {alliance} [in {year}]"
//   - "how many (states|countries|members) (left|quit|withdrew from) {alliance} (between|from) {from} (and|to|until) {to}"
// parameters:
//   alliance: {type: entity, kinds: [Agreement, Organization, Group], description: 'the alliance, agreement, organisation or group, such as atop-4220 or cow-state-system', example: atop-4220}
//   from: {type: date, period: first day, description: 'the first day that counts, from the start where none is given', required: false, example: 1999-01-01}
//   to: {type: date, description: 'the last day that counts, to the end where none is given', required: false, example: 1999-12-31}
//   year: {type: integer, description: 'the calendar year that counts, every year where none is given', required: false, example: 1999}
// columns:
//   member: who left
//   memberId: the id of the member
//   since: when the bond began, as exactly as it is known
//   left: the last day of the bond, as exactly as it is known
//   returned: when it was bound by it again, as exactly as it is known, or null
//   sources: what says so, as source#locator
MATCH (a:Actor)-[s:SIGNED|MEMBER_OF]->(t:Entity {id: $alliance})
WHERE s.toPrecision <> 'unknown'
  AND NOT EXISTS { MATCH (a)-[later:SIGNED|MEMBER_OF]->(t) WHERE later.validFrom <= s.validTo < later.validTo }
WITH a, t, s, s.validTo - duration({days: 1}) AS lastDay
WHERE ($from IS NULL OR lastDay >= $from) AND ($to IS NULL OR lastDay <= $to) AND ($year IS NULL OR lastDay.year = $year)
ORDER BY s.toPrecision, s.id
WITH a, t, lastDay, collect(s) AS ends
WITH a, t, lastDay, ends, ends[0].toPrecision AS precision
CALL (a, t, lastDay) {
  MATCH (a)-[s:SIGNED|MEMBER_OF]->(t)
  WHERE s.validFrom <= lastDay
    AND NOT EXISTS { MATCH (a)-[earlier:SIGNED|MEMBER_OF]->(t) WHERE earlier.validFrom < s.validFrom <= earlier.validTo }
  RETURN s AS start ORDER BY s.validFrom DESC, s.fromPrecision, s.id LIMIT 1
}
OPTIONAL CALL (a, t, lastDay) {
  MATCH (a)-[s:SIGNED|MEMBER_OF]->(t)
  WHERE s.validFrom > lastDay
  RETURN s AS next ORDER BY s.validFrom, s.fromPrecision, s.id LIMIT 1
}
RETURN a.name AS member, a.id AS memberId,
       nullIf(left(toString(start.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[start.fromPrecision]), '') AS since,
       left(toString(lastDay), {day: 10, month: 7, year: 4}[precision]) AS left,
       nullIf(left(toString(next.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[next.fromPrecision]), '') AS returned,
       COLLECT {
         UNWIND ends AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY left, member, memberId
