// title: Who takes no side?
// description: >-
//   Actors that neither back nor oppose an entity on a day, and in what way: undecided, wary, without objection.
// ask:
//   - "who takes (no|neither) (side|stance|position) on {target} [and in what way] [(on|as of|by|in) {asOf}]"
//   - "who (is|stays|remains) (neutral|undecided) (on|about) {target} [(on|as of|by|in) {asOf}]"
//   - "who neither (backs|supports) nor opposes {target} [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) ({kind}|(states|countries|governments) {kind=states}|organisations {kind=organizations}|actors) (take (no|neither) side on|are (neutral|undecided) (on|about)) {target} [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, description: what the stance is on, example: osh-base}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
//   kind: {type: enum, values: [states, organizations, groups, persons], description: 'which of them, all where none is given', required: false, example: states}
// columns:
//   actor: who takes no side
//   actorId: the id of the actor
//   position: in what way
//   since: when that began, as exactly as it is known
//   confidence: the highest confidence of the sources
//   basis: what it rests on
//   saidBy: whose words they are, where somebody is quoted
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (a:Actor)-[s:NEUTRAL_ON]->(t:Entity {id: $target})
WHERE s.validFrom <= $asOf < s.validTo
  AND ($kind IS NULL OR {states: 'State', organizations: 'Organization', groups: 'Group', persons: 'Person'}[$kind] IN labels(a))
OPTIONAL MATCH (speaker:Entity {id: s.statedBy})
WITH a, s, speaker,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH a, collect(s) AS stances, collect(since)[0] AS since, collect(s.confidence) AS confidences,
     collect(DISTINCT s.basis) AS basis, collect(DISTINCT speaker.name) AS saidBy, collect(DISTINCT s.summary) AS words,
     collect(DISTINCT s.position) AS positions
RETURN a.name AS actor, a.id AS actorId, nullIf(reduce(text = '', one IN positions[..1000] | text + CASE text WHEN '' THEN '' ELSE '; ' END + one), '') AS position, since,
       [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       basis, saidBy, words,
       COLLECT {
         UNWIND stances AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY actor, actorId
