// title: Which states are doubly landlocked?
// description: >-
//   States without a coast all of whose neighbouring states on a day have none either. Of a state that nobody says to be
//   landlocked, a coast is taken for granted; one without a neighbour does not count.
// ask:
//   - "(which|what) (states|countries) are doubly landlocked [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "(which|what) landlocked (states|countries) border only landlocked (states|countries) [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "doubly landlocked (states|countries) [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
// parameters:
//   asOf: {type: date, description: the day to read the graph at, default: today}
//   dossier: {type: dossier, description: 'count borders of this dossier only, such as cow-contiguity, which knows 1816 to 2016, or world-countries, which knows those of 2025; of every dossier where none is given, so that what one held when it ended stands beside what another says', required: false, example: world-countries}
//   dated: {type: boolean, description: 'true leaves out borders of which no source tells the beginning, and which therefore hold on every earlier day', default: false}
// columns:
//   state: the doubly landlocked state
//   stateId: the id of the state
//   code: its first ISO 3166-1 code of three letters, where it has one
//   neighbours: the states that it borders
//   sources: what says that they border, as source#locator
MATCH (one:State {landlocked: 'yes'})-[s:BORDERS]-(n:State)
WHERE s.validFrom <= $asOf < s.validTo AND ($dossier IS NULL OR s.dossier = $dossier) AND NOT ($dated AND s.fromPrecision = 'unknown')
WITH one, collect(DISTINCT n) AS neighbours, collect(s) AS borders
WHERE all(neighbour IN neighbours WHERE coalesce(neighbour.landlocked = 'yes', false))
RETURN one.name AS state, one.id AS stateId, one.iso3[0] AS code,
       COLLECT {
         UNWIND neighbours AS neighbour
         RETURN neighbour.name AS name ORDER BY name
       } AS neighbours,
       COLLECT {
         UNWIND borders AS border UNWIND border.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY state, stateId
