// title: Which alliances began or ended?
// description: >-
//   Alliances, that is agreements of the category alliance, that bound somebody for the first time or for the last in a
//   period, with the day and with whom they bound that day. One that still binds somebody has not ended.
// ask:
//   - "(which|what|how many) alliances ((began|begun|were (formed|made|signed|concluded)) {change=begun}|(ended|lapsed|were dissolved) {change=ended}) in {year}"
//   - "(which|what|how many) alliances ((began|begun|were (formed|made|signed|concluded)) {change=begun}|(ended|lapsed|were dissolved) {change=ended}) (between|from) {from} (and|to|until) {to}"
//   - "(which|what|how many) alliances of {actor} ((began|begun|were (formed|made|signed|concluded)) {change=begun}|(ended|lapsed|were dissolved) {change=ended}) [in {year}]"
//   - "(which|what|how many) alliances did {actor} (form|make|conclude|begin) {change=begun} [in {year}]"
//   - "[(which|what are|list)] new alliances {change=begun} [of {actor}] in {year}"
//   - "(which|what|how many) alliances (changed|began or ended) in {year}"
// parameters:
//   year: {type: integer, description: 'the calendar year that counts, every year where none is given', required: false, example: 1992}
//   from: {type: date, period: first day, description: 'the first day that counts, from the start where none is given', required: false, example: 1992-01-01}
//   to: {type: date, description: 'the last day that counts, to the end where none is given', required: false, example: 1992-12-31}
//   change: {type: enum, values: [begun, ended], description: 'whether they began or ended, both where none is given', required: false, example: begun}
//   actor: {type: entity, kinds: [Actor], description: 'one of those bound that day, anybody where none is given', required: false, example: russia}
//   obligation: {type: enum, values: [defense, offense, neutrality, nonaggression, consultation], description: 'to what one of them was bound, to anything where none is given', required: false, example: defense}
// columns:
//   change: begun or ended
//   day: the first day of the alliance, or the last, as exactly as it is known
//   alliance: the alliance
//   allianceId: the id of the alliance
//   members: whom it bound that day
//   memberIds: the ids of these, in the same order
//   sources: what says so, as source#locator
MATCH (:Actor)-[s:SIGNED]->(t:Agreement {category: 'alliance'})
WITH t, s ORDER BY s.validFrom, s.fromPrecision, s.id
WITH t, collect(s) AS bonds, max(s.validTo) AS over
UNWIND [{change: 'begun', date: bonds[0].validFrom, precision: bonds[0].fromPrecision},
        {change: 'ended', date: over - duration({days: 1}), precision: [bond IN bonds WHERE bond.validTo = over][0].toPrecision}] AS turn
WITH t, bonds, turn.change AS change, turn.date AS date, turn.precision AS precision
WHERE precision <> 'unknown' AND ($change IS NULL OR change = $change)
  AND ($from IS NULL OR date >= $from) AND ($to IS NULL OR date <= $to) AND ($year IS NULL OR date.year = $year)
WITH t, change, date, precision, [bond IN bonds WHERE bond.validFrom <= date < bond.validTo] AS held
WHERE ($actor IS NULL OR any(bond IN held WHERE startNode(bond).id = $actor))
  AND ($obligation IS NULL OR any(bond IN held WHERE $obligation IN bond.obligations))
WITH t, change, date, precision, held,
     COLLECT {
       UNWIND held AS bond
       WITH DISTINCT startNode(bond) AS member
       RETURN member ORDER BY member.name, member.id
     } AS members
RETURN change, left(toString(date), {day: 10, month: 7, year: 4}[precision]) AS day, t.name AS alliance, t.id AS allianceId,
       [member IN members | member.name] AS members, [member IN members | member.id] AS memberIds,
       COLLECT {
         UNWIND held AS bond UNWIND bond.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY day, change, alliance, allianceId
