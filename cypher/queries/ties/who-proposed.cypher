// title: Who proposed it?
// description: >-
//   Actors that put something forward, at any time or by a day, with the words and the sources. Proposing and backing
//   are recorded apart.
// ask:
//   - "who (proposed|put forward|suggested|initiated) {target} [by {asOf}]"
//   - "whose (proposal|idea|plan|initiative) (is|was) {target}"
//   - "(which|what) (actors|states|countries|governments) (proposed|put forward) {target}"
// parameters:
//   target: {type: entity, description: what was proposed, example: osh-base}
//   asOf: {type: date, description: 'the last day that counts, to the end where none is given', required: false, example: 2009-07-31}
// columns:
//   actor: who proposed it
//   actorId: the id of the actor
//   since: when that was, as exactly as it is known
//   confidence: the highest confidence of the sources
//   basis: what it rests on
//   saidBy: whose words they are, where somebody is quoted
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (a:Actor)-[s:PROPOSED]->(:Entity {id: $target})
WHERE $asOf IS NULL OR s.validFrom <= $asOf
OPTIONAL MATCH (speaker:Entity {id: s.statedBy})
WITH a, s, speaker,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH a, collect(s) AS proposals, collect(since)[0] AS since, collect(s.confidence) AS confidences,
     collect(DISTINCT s.basis) AS basis, collect(DISTINCT speaker.name) AS saidBy, collect(DISTINCT s.summary) AS words
RETURN a.name AS actor, a.id AS actorId, since,
       [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       basis, saidBy, words,
       COLLECT {
         UNWIND proposals AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY actor, actorId
