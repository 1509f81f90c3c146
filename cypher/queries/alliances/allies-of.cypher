// title: Who is allied with it?
// description: >-
//   Actors bound on a day by an alliance that binds an actor too: an agreement of the category alliance. Whoever shares
//   several alliances with it is one ally. Who was allied when a data set ended, such as ATOP in 2018, still is.
// ask:
//   - "who (is|are) allied (with|to) {actor} [(on|as of|by|in) {asOf}]"
//   - "[who (is|are)] (ally|allies) of {actor} [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) (states|countries) are (allied with|allied to|allies of) {actor} [(on|as of|by|in) {asOf}]"
//   - "(who|which allies|what allies) does {actor} have [(as allies|as ally)] [(on|as of|by|in) {asOf}]"
//   - "(who|which|what) are {actor} (s allies|allies) [(on|as of|by|in) {asOf}]"
//   - "(what|how many) allies does {actor} have [(on|as of|by|in) {asOf}]"
//   - "{obligation} allies of {actor} [(on|as of|by|in) {asOf}]"
//   - "is {actor} (allied with|allied to|ally of) {ally} [(on|as of|by|in) {asOf}]"
//   - "are {actor} and {ally} (allied|allies) [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) alliances (do|did) {actor} and {ally} (share|have) [(on|as of|by|in) {asOf}]"
// parameters:
//   actor: {type: entity, kinds: [Actor], description: whose allies, example: kyrgyzstan}
//   ally: {type: entity, kinds: [Actor], description: 'whether this one is an ally, everybody where none is given', required: false, example: kazakhstan}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-06-30}
//   obligation: {type: enum, values: [defense, offense, neutrality, nonaggression, consultation], description: 'to what the ally is bound, to anything where none is given', required: false, example: defense}
// columns:
//   ally: who is allied with it
//   allyId: the id of the ally
//   since: when the oldest of their present alliances began to bind both, as exactly as it is known
//   alliances: the alliances that bind both
//   allianceIds: the ids of these, in the same order
//   sources: what says so, as source#locator
MATCH (one:Entity {id: $actor})-[own:SIGNED]->(t:Agreement {category: 'alliance'})
WHERE own.validFrom <= $asOf < own.validTo
MATCH (t)<-[s:SIGNED]-(ally:Actor)
WHERE s.validFrom <= $asOf < s.validTo AND ally <> one AND ($ally IS NULL OR ally.id = $ally)
  AND ($obligation IS NULL OR $obligation IN s.obligations)
WITH one, t, ally, collect(own) + collect(s) AS bonds
CALL (one, t, ally) {
  UNWIND [one, ally] AS member
  CALL (member, t) {
    MATCH (member)-[s:SIGNED]->(t)
    WHERE s.validFrom <= $asOf AND NOT EXISTS { MATCH (member)-[earlier:SIGNED]->(t) WHERE earlier.validFrom < s.validFrom <= earlier.validTo }
    RETURN s ORDER BY s.validFrom DESC, s.fromPrecision, s.id LIMIT 1
  }
  RETURN s AS start ORDER BY s.validFrom DESC, s.fromPrecision, s.id LIMIT 1
}
WITH t, ally, bonds, start ORDER BY start.validFrom, start.fromPrecision, t.name, t.id
WITH ally, collect(t) AS alliances, collect(start)[0] AS first, collect(bonds) AS bondsOfEach
RETURN ally.name AS ally, ally.id AS allyId,
       nullIf(left(toString(first.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[first.fromPrecision]), '') AS since,
       [one IN alliances | one.name] AS alliances, [one IN alliances | one.id] AS allianceIds,
       COLLECT {
         UNWIND bondsOfEach AS bonds UNWIND bonds AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY ally, allyId
