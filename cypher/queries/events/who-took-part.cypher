// title: Who took part in it?
// description: >-
//   Actors that took part in an event, in what role, and where the event took place. Rival accounts stand side by
//   side.
// ask:
//   - "who (took part|participated|was|met|fought|was involved) (in|at) {target}"
//   - "who attended {target}"
//   - "(which|what) (actors|states|countries|groups) (took part|participated) in {target}"
//   - "participants (of|in) {target}"
// parameters:
//   target: {type: entity, kinds: [Event], description: the event, example: bishkek-meeting-2009-07-07}
// columns:
//   actor: who took part
//   actorId: the id of the actor
//   role: in what role
//   since: the day, as exactly as it is known
//   confidence: the highest confidence of the sources
//   basis: what it rests on
//   saidBy: whose words they are, where somebody is quoted
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (a:Actor)-[s:PARTICIPATED_IN]->(:Entity {id: $target})
OPTIONAL MATCH (speaker:Entity {id: s.statedBy})
WITH a, s, speaker,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH a, collect(s) AS parts, collect(since)[0] AS since, collect(s.confidence) AS confidences,
     collect(DISTINCT s.basis) AS basis, collect(DISTINCT speaker.name) AS saidBy, collect(DISTINCT s.summary) AS words,
     collect(DISTINCT s.role) AS roles
RETURN a.name AS actor, a.id AS actorId,
       nullIf(reduce(text = '', one IN roles[..1000] | text + CASE text WHEN '' THEN '' ELSE '; ' END + one), '') AS role, since,
       [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       basis, saidBy, words,
       COLLECT {
         UNWIND parts AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY actor, actorId
