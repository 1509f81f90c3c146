// title: Who signed it?
// description: >-
//   Actors that signed an agreement, at any time, or those whom it binds on a day.
// ask:
//   - "who (signed|has signed) {target} [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) ({kind}|(states|countries|governments) {kind=states}|organisations {kind=organizations}|actors) (signed|have signed) {target} [(on|as of|by|in) {asOf}]"
//   - "[who are] (signatories|signers) (of|to) {target} [(on|as of|by|in) {asOf}]"
//   - "when was {target} signed"
//   - "how many (signatories|signers) does {target} have [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, kinds: [Agreement], description: the agreement, example: corf-2009}
//   asOf: {type: date, description: 'the day on which the signature stands, any where none is given', required: false, example: 2009-07-31}
//   kind: {type: enum, values: [states, organizations, groups, persons], description: 'which of them, all where none is given', required: false, example: states}
// columns:
//   actor: the signatory
//   actorId: the id of the actor
//   signedOn: the day of the signature, as exactly as it is known
//   since: when its signature began to bind it, as exactly as it is known
//   until: when that ended for good, as exactly as it is known
//   confidence: the highest confidence of the sources
//   basis: what it rests on
//   saidBy: whose words they are, where somebody is quoted
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (a:Actor)-[s:SIGNED]->(t:Entity {id: $target})
WHERE ($asOf IS NULL OR s.validFrom <= $asOf < s.validTo)
  AND ($kind IS NULL OR {states: 'State', organizations: 'Organization', groups: 'Group', persons: 'Person'}[$kind] IN labels(a))
OPTIONAL MATCH (speaker:Entity {id: s.statedBy})
WITH a, s, speaker,
     nullIf(left(toString(s.on), {day: 10, month: 7, year: 4, unknown: 0}[s.onPrecision]), '') AS signedOn,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since,
     nullIf(left(toString(s.validTo - duration({days: 1})), {day: 10, month: 7, year: 4, unknown: 0}[s.toPrecision]), '') AS until
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH a, collect(s) AS signatures, collect(signedOn)[0] AS signedOn, collect(since)[0] AS since,
     CASE WHEN count(until) = count(*) THEN max(until) END AS until,
     collect(s.confidence) AS confidences, collect(DISTINCT s.basis) AS basis,
     collect(DISTINCT speaker.name) AS saidBy, collect(DISTINCT s.summary) AS words
RETURN a.name AS actor, a.id AS actorId, signedOn, since, until,
       [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       basis, saidBy, words,
       COLLECT {
         UNWIND signatures AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY actor, actorId
