// title: What do both border?
// description: >-
//   States and places that share a border with each of two states or places on a day.
// ask:
//   - "(which|what|how many) ({kind}|(countries|governments) {kind=states}) (border|adjoin) both {one} and {other} [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) ({kind}|(countries|governments) {kind=states}) do {one} and {other} both (border|adjoin) [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "(who|what) borders both {one} and {other} [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "[(who|what|which) are] (common|shared|mutual) (neighbours|neighbors) of {one} and {other} [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) [(common|shared|mutual)] (neighbours|neighbors) do {one} and {other} (have|share) [in common] [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
// parameters:
//   one: {type: entity, kinds: [State, Place], description: the one state or place, example: china}
//   other: {type: entity, kinds: [State, Place], description: the other, example: uzbekistan}
//   kind: {type: enum, values: [states, places], description: 'which of the neighbours, all where none is given', required: false, example: states}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
//   dossier: {type: dossier, description: 'count borders of this dossier only, such as cow-contiguity, which knows 1816 to 2016, or world-countries, which knows those of 2025; of every dossier where none is given, so that what one held when it ended stands beside what another says', required: false, example: osh-base-2009}
//   dated: {type: boolean, description: 'true leaves out borders of which no source tells the beginning, and which therefore hold on every earlier day', default: false}
// columns:
//   neighbour: what both border
//   neighbourId: the id of the neighbour
//   kind: State or Place
//   sources: what says that it borders the one or the other, as source#locator
MATCH (one:Entity {id: $one})-[s:BORDERS]-(n:Entity)-[o:BORDERS]-(other:Entity {id: $other})
WHERE s.validFrom <= $asOf < s.validTo AND ($dossier IS NULL OR s.dossier = $dossier) AND NOT ($dated AND s.fromPrecision = 'unknown')
  AND o.validFrom <= $asOf < o.validTo AND ($dossier IS NULL OR o.dossier = $dossier) AND NOT ($dated AND o.fromPrecision = 'unknown')
  AND ($kind IS NULL OR $kind = 'states' AND n:State OR $kind = 'places' AND n:Place)
WITH n, collect(DISTINCT s) + collect(DISTINCT o) AS borders
RETURN n.name AS neighbour, n.id AS neighbourId, [label IN labels(n) WHERE NOT label IN ['Entity', 'Actor']][0] AS kind,
       COLLECT {
         UNWIND borders AS border UNWIND border.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY neighbour, neighbourId
