// title: Who signed it?
// description: >-
//   Actors whose signature stands under an agreement on a day.
// ask:
//   - "who signed {target} [(on|as of|by|in) {asOf}]"
//   - "(which|what) (actors|states|countries|governments) (signed|have signed) {target} [(on|as of|by|in) {asOf}]"
//   - "(signatories|signers) (of|to) {target} [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, description: the agreement, example: corf-2009}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
// columns:
//   actor: the signatory
//   actorId: the id of the actor
//   signedOn: the day of the signature, as exactly as it is known
//   since: when that began, as exactly as it is known
//   confidence: the highest confidence of the sources
//   basis: what it rests on
//   saidBy: whose words they are, where somebody is quoted
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (a:Actor)-[s:SIGNED]->(t:Entity {id: $target})
WHERE s.validFrom <= $asOf < s.validTo
OPTIONAL MATCH (speaker:Entity {id: s.statedBy})
WITH a, s, speaker,
     nullIf(left(toString(s.on), {day: 10, month: 7, year: 4, unknown: 0}[s.onPrecision]), '') AS signedOn,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH a, collect(s) AS signatures, collect(signedOn)[0] AS signedOn, collect(since)[0] AS since,
     collect(s.confidence) AS confidences, collect(DISTINCT s.basis) AS basis,
     collect(DISTINCT speaker.name) AS saidBy, collect(DISTINCT s.summary) AS words
RETURN a.name AS actor, a.id AS actorId, signedOn, since,
       [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       basis, saidBy, words,
       COLLECT {
         UNWIND signatures AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY actor, actorId
