// title: Where is it?
// description: >-
//   Places, states and regions in which an entity lies on a day, or took place, the nearest first: that in which the
//   place lies lies around it too. Who hosts a base is no place; see who-hosts.
// ask:
//   - "where is {target} [(located|situated)] [(on|as of|by|in) {asOf}]"
//   - "where does {target} lie [(on|as of|by|in) {asOf}]"
//   - "where did {target} (take place|happen|occur)"
//   - "[what is] location of {target} [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, description: 'the base, place, event or anything else that has a place', example: osh-base}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
// columns:
//   place: in what it lies
//   placeId: the id of the place
//   kind: State or Place
//   category: what the place is, such as a city or a region
//   steps: '1 where it lies in that itself, more where what it lies in does'
//   confidence: the lowest confidence on the way there
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (:Entity {id: $target})-[within:LOCATED_IN*1..6]->(place:Entity)
WHERE all(step IN within WHERE step.validFrom <= $asOf < step.validTo)
WITH place, within, size(within) AS steps ORDER BY steps, reduce(ids = '', step IN within[..6] | ids + step.id + ' ')
WITH place, collect(within)[0] AS within, min(steps) AS steps
RETURN place.name AS place, place.id AS placeId,
       [label IN labels(place) WHERE NOT label IN ['Entity', 'Actor']][0] AS kind, place.category AS category, steps,
       [word IN ['low', 'moderate', 'high'] WHERE any(step IN within WHERE step.confidence = word)][0] AS confidence,
       COLLECT {
         UNWIND within AS step
         RETURN DISTINCT step.summary AS line ORDER BY line
       } AS words,
       COLLECT {
         UNWIND within AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY steps, place, placeId
