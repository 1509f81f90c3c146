// title: How many borders lie between?
// description: >-
//   The fewest borders to cross on the way from one state to another on a day, and by how many different
//   routes that can be done. A border that several dossiers assert is one border.
// ask:
//   - "how many [land] (borders|crossings) (lie|are|are there) between {from} and {to} [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "how many [land] borders (must|does|do) (one|you|i) (cross|have to cross) (from|between) {from} (to|and) {to} [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "(fewest|least) [land] (borders|crossings|border crossings) (from|between) {from} (to|and) {to} [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "what is (fewest|least) [number of] [land] (borders|crossings|border crossings) (from|between) {from} (to|and) {to} [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "how far is it (from|between) {from} (to|and) {to} [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
//   - "how many (routes|ways) [over land] (lead|are there|are) (from|between) {from} (to|and) {to} [(according to|in dossier) {dossier}] [(on|as of|by|in) {asOf}]"
// parameters:
//   from: {type: entity, kinds: [State], description: the state where the way starts, example: kyrgyzstan}
//   to: {type: entity, kinds: [State], description: the state where it ends, example: russia}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
//   dossier: {type: dossier, description: 'count borders of this dossier only, such as cow-contiguity, which knows 1816 to 2016, or world-countries, which knows those of 2025; of every dossier where none is given, so that what one held when it ended stands beside what another says', required: false, example: cow-contiguity}
//   dated: {type: boolean, description: 'true leaves out borders of which no source tells the beginning, and which therefore hold on every earlier day', default: false}
// columns:
//   from: where the way starts
//   to: where it ends
//   crossings: the fewest borders to cross, or null where no way leads there
//   routes: by how many routes that can be done
//   example: what lies on one of these, from end to end
MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
CALL () {
  MATCH (x:State)-[s:BORDERS]->(y:State)
  WHERE s.validFrom <= $asOf < s.validTo AND ($dossier IS NULL OR s.dossier = $dossier) AND NOT ($dated AND s.fromPrecision = 'unknown')
  WITH x, y, min(s.id) AS chosen
  RETURN collect(chosen) AS onePerBorder
}
OPTIONAL CALL (a, b, onePerBorder) {
  WITH a, b, onePerBorder WHERE a = b
  RETURN 0 AS crossings, [a.name] AS names
  UNION ALL
  WITH a, b, onePerBorder WHERE a <> b
  MATCH way = allShortestPaths((a)-[:BORDERS*]-(b))
  WHERE all(step IN relationships(way) WHERE step.id IN onePerBorder)
  RETURN length(way) AS crossings, [place IN nodes(way) | place.name] AS names
}
WITH a, b, crossings, names ORDER BY names
WITH a, b, crossings, count(crossings) AS routes, collect(names)[0] AS example
RETURN a.name AS from, b.name AS to, crossings, routes, example
ORDER BY from, to
