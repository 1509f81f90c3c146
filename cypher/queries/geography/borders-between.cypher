// title: Do they share a border, and since when?
// description: >-
//   Every assertion that two states or places share a border, one row each, with its time, its sources and the dossier.
//   No rows means that nothing loaded says so.
// ask:
//   - "does {one} (border|adjoin) {asOf=today} {other} [(on|as of|by|in) {asOf}]"
//   - "do {one} and {other} (border [each other]|adjoin [each other]|share [common] border) {asOf=today} [(on|as of|by|in) {asOf}]"
//   - "does {one} share [common] border with {asOf=today} {other} [(on|as of|by|in) {asOf}]"
//   - "is {one} (neighbour|neighbor) of {asOf=today} {other} [(on|as of|by|in) {asOf}]"
//   - "(since when|how long) does {one} border {other}"
//   - "(who says|says who|is it true|evidence) that {one} borders {other}"
//   - "border (of|between) {one} and {other} [(on|as of|by|in) {asOf}]"
// parameters:
//   one: {type: entity, kinds: [State, Place], description: the one state or place, example: uzbekistan}
//   other: {type: entity, kinds: [State, Place], description: the other, example: kyrgyzstan}
//   asOf: {type: date, description: 'the day to read the graph at, any day where none is given', required: false, example: 2009-07-31}
// columns:
//   one: the one side
//   oneId: the id of the one side
//   other: the other side
//   otherId: the id of the other side
//   since: when that began, as exactly as it is known
//   until: when that ended, as exactly as it is known
//   confidence: how sure the source is
//   basis: what it rests on
//   summary: the assertion in a line
//   dossier: which dossier asserts it
//   sources: what says so, as source#locator
MATCH (one:Entity {id: $one})-[s:BORDERS]-(other:Entity {id: $other})
WHERE $asOf IS NULL OR s.validFrom <= $asOf < s.validTo
RETURN one.name AS one, one.id AS oneId, other.name AS other, other.id AS otherId,
       nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since,
       nullIf(left(toString(s.validTo - duration({days: 1})), {day: 10, month: 7, year: 4, unknown: 0}[s.toPrecision]), '') AS until,
       s.confidence AS confidence, s.basis AS basis, s.summary AS summary, s.dossier AS dossier, s.sources AS sources
ORDER BY s.validFrom, s.fromPrecision, dossier, s.id
