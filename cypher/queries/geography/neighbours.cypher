// title: What does it border?
// description: >-
//   States and places that share a border with a state or place on a day.
// ask:
//   - "(which|what|how many) ({kind}|(countries|governments) {kind=states}) (border|adjoin|neighbour|neighbor) {entity} [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) ({kind}|(countries|governments) {kind=states}) does {entity} (border|adjoin) [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "(who|what) (borders|adjoins|neighbours|neighbors) {entity} [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "(what|who) does {entity} (border|adjoin) [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "[(who|what) are] (neighbours|neighbors) of {entity} [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "(who|what|which) are {entity} (s neighbours|s neighbors|neighbours|neighbors) [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) (neighbours|neighbors) does {entity} have [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
// parameters:
//   entity: {type: entity, kinds: [State, Place], description: the state or place, example: kyrgyzstan}
//   kind: {type: enum, values: [states, places], description: 'which of its neighbours, all where none is given', required: false, example: states}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
//   dossier: {type: dossier, description: 'count borders of this dossier only, such as cow-contiguity, which knows 1816 to 2016, or world-countries, which knows those of 2025; of every dossier where none is given, so that what one held when it ended stands beside what another says', required: false, example: osh-base-2009}
//   dated: {type: boolean, description: 'true leaves out borders of which no source tells the beginning, and which therefore hold on every earlier day', default: false}
// columns:
//   neighbour: what shares the border
//   neighbourId: the id of the neighbour
//   kind: State or Place
//   since: when that began, as exactly as it is known
//   confidence: the highest confidence of the sources
//   basis: what it rests on
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (:Entity {id: $entity})-[s:BORDERS]-(n:Entity)
WHERE s.validFrom <= $asOf < s.validTo AND ($dossier IS NULL OR s.dossier = $dossier) AND NOT ($dated AND s.fromPrecision = 'unknown')
  AND ($kind IS NULL OR $kind = 'states' AND n:State OR $kind = 'places' AND n:Place)
WITH n, s,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH n, collect(s) AS borders, collect(since)[0] AS since, collect(s.confidence) AS confidences,
     collect(DISTINCT s.basis) AS basis, collect(DISTINCT s.summary) AS words
RETURN n.name AS neighbour, n.id AS neighbourId, [label IN labels(n) WHERE NOT label IN ['Entity', 'Actor']][0] AS kind, since,
       [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       basis, words,
       COLLECT {
         UNWIND borders AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY neighbour, neighbourId
