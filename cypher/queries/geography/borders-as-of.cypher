// title: Which borders are there?
// description: >-
//   Every pair of states that share a border on a day, each pair once, whatever the number of dossiers that say so;
//   where kind is all, pairs with a place too, such as a province.
// ask:
//   - "(which|what) [land] borders (are there|exist|are in force) [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "how many [land] borders (are there|exist|are in force) [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) [land] borders of states and (places|provinces) {kind=all} (are there|exist|are in force) [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "[(all|list all|show all)] borders (on|as of) {asOf}"
// parameters:
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 1914-06-01}
//   dossier: {type: dossier, description: 'count borders of this dossier only, such as cow-contiguity, which knows 1816 to 2016, or world-countries, which knows those of 2025; of every dossier where none is given, so that what one held when it ended stands beside what another says', required: false, example: cow-contiguity}
//   kind: {type: enum, values: [states, all], description: 'which borders, those between two states or those of places as well', default: states}
//   dated: {type: boolean, description: 'true leaves out borders of which no source tells the beginning, and which therefore hold on every earlier day', default: false}
// columns:
//   one: the one side
//   oneId: the id of the one side
//   other: the other side
//   otherId: the id of the other side
//   since: when that began, as exactly as it is known
//   until: when that ended, as exactly as it is known
//   dossiers: which dossiers say so
//   sources: what says so, as source#locator
MATCH (one:Entity)-[s:BORDERS]->(other:Entity)
WHERE ($kind = 'all' OR one:State AND other:State)
  AND s.validFrom <= $asOf < s.validTo AND ($dossier IS NULL OR s.dossier = $dossier) AND NOT ($dated AND s.fromPrecision = 'unknown')
WITH one, other, s,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since,
     nullIf(left(toString(s.validTo - duration({days: 1})), {day: 10, month: 7, year: 4, unknown: 0}[s.toPrecision]), '') AS until
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH one, other, collect(s) AS borders, collect(since)[0] AS since, collect(until)[0] AS until
RETURN one.name AS one, one.id AS oneId, other.name AS other, other.id AS otherId, since, until,
       COLLECT {
         UNWIND borders AS border
         RETURN DISTINCT border.dossier AS dossier ORDER BY dossier
       } AS dossiers,
       COLLECT {
         UNWIND borders AS border UNWIND border.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY one, oneId, other, otherId
