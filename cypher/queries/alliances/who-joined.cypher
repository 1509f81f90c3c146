// title: Who joined it?
// description: >-
//   Actors whose bond by an alliance, or by any other agreement, or membership of an organisation or group, such as the
//   system of states, began in a period; for whom it was not the first, returned is true. A bond that begins again at
//   once, as where an alliance is renewed, did not begin anew.
// ask:
//   - "(who|which [new] states|which [new] countries) (joined|entered|acceded to|became (part|members) of) {alliance} [in {year}]"
//   - "(who|which states|which countries) (joined|entered|acceded to|became (part|members) of) {alliance} (between|from) {from} (and|to|until) {to}"
//   - "how many (states|countries|members) (joined|entered|acceded to) {alliance} [in {year}]"
//   - "how many (states|countries|members) (joined|entered|acceded to) {alliance} (between|from) {from} (and|to|until) {to}"
//   - "when did (members|everybody) join {alliance}"
// parameters:
//   alliance: {type: entity, kinds: [Agreement, Organization, Group], description: 'the alliance, agreement, organisation or group, such as atop-4220 or cow-state-system', example: atop-4220}
//   from: {type: date, period: first day, description: 'the first day that counts, from the start where none is given', required: false, example: 2006-01-01}
//   to: {type: date, description: 'the last day that counts, to the end where none is given', required: false, example: 2006-12-31}
//   year: {type: integer, description: 'the calendar year that counts, every year where none is given', required: false, example: 2006}
// columns:
//   member: who joined
//   memberId: the id of the member
//   joined: when the bond began, as exactly as it is known
//   returned: whether it had been bound by it before
//   sources: what says so, as source#locator
MATCH (a:Actor)-[s:SIGNED|MEMBER_OF]->(t:Entity {id: $alliance})
WHERE s.fromPrecision <> 'unknown'
  AND ($from IS NULL OR s.validFrom >= $from) AND ($to IS NULL OR s.validFrom <= $to) AND ($year IS NULL OR s.validFrom.year = $year)
  AND NOT EXISTS { MATCH (a)-[earlier:SIGNED|MEMBER_OF]->(t) WHERE earlier.validFrom < s.validFrom <= earlier.validTo }
ORDER BY s.fromPrecision, s.id
WITH a, t, s.validFrom AS day, collect(s) AS starts
RETURN a.name AS member, a.id AS memberId,
       left(toString(day), {day: 10, month: 7, year: 4}[starts[0].fromPrecision]) AS joined,
       EXISTS { MATCH (a)-[earlier:SIGNED|MEMBER_OF]->(t) WHERE earlier.validFrom < day } AS returned,
       COLLECT {
         UNWIND starts AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY joined, member, memberId
