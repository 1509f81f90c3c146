// title: Which backers border a state?
// description: >-
//   Actors that support an entity on a day and share a border with a state, so that the one meets the other.
// ask:
//   - "who (backs|supports) {target} and borders {state} [(on|as of|by|in) {asOf}]"
//   - "(which|what) (backers|supporters) of {target} (border|adjoin|are neighbours of|are neighbors of) {state} [(on|as of|by|in) {asOf}]"
//   - "(which|what) neighbours of {state} (back|support) {target} [(on|as of|by|in) {asOf}]"
//   - "(which|what) states (back|support) {target} and border {state} [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, description: what the stance is on, example: osh-base}
//   state: {type: entity, kinds: [State, Place], description: what the backer borders, example: kyrgyzstan}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
// columns:
//   actor: the backer
//   actorId: the id of the actor
//   since: when that began, as exactly as it is known
//   confidence: the highest confidence of the sources
//   basis: what it rests on
//   saidBy: whose words they are, where somebody is quoted
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (:Entity {id: $state})-[b:BORDERS]-(a:Actor)-[s:SUPPORTS]->(:Entity {id: $target})
WHERE b.validFrom <= $asOf < b.validTo AND s.validFrom <= $asOf < s.validTo
OPTIONAL MATCH (speaker:Entity {id: s.statedBy})
WITH a, s, b, speaker,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since
ORDER BY s.validFrom, s.fromPrecision, s.id, b.id
WITH a, collect(s) + collect(b) AS evidence, collect(since)[0] AS since, collect(s.confidence) AS confidences,
     collect(DISTINCT s.basis) AS basis, collect(DISTINCT speaker.name) AS saidBy, collect(DISTINCT s.summary) AS words
RETURN a.name AS actor, a.id AS actorId, since,
       [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       basis, saidBy, words,
       COLLECT {
         UNWIND evidence AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY actor, actorId
