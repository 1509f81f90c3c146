// title: Who backs it?
// description: >-
//   Actors that support an entity on a day, with the words and the sources of each stance. Not objecting is not
//   backing.
// ask:
//   - "who (backs|supports|favours|favors|endorses|approves of|likes|wants) {target} [(on|as of|by|in) {asOf}]"
//   - "who has (backed|supported|endorsed) {target} [(on|as of|by|in) {asOf}]"
//   - "who is (for|behind|backing|supporting|in favour of|in favor of) {target} [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) ({kind}|(states|countries|governments) {kind=states}|organisations {kind=organizations}|actors) (back|support|favour|favor|endorse|approve of|are for|are in favour of|are in favor of) {target} [(on|as of|by|in) {asOf}]"
//   - "[who are] (backers|supporters|proponents) of {target} [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, description: what the stance is on, example: osh-base}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
//   kind: {type: enum, values: [states, organizations, groups, persons], description: 'which of them, all where none is given', required: false, example: states}
// columns:
//   actor: the backer
//   actorId: the id of the actor
//   since: when that began, as exactly as it is known
//   confidence: the highest confidence of the sources
//   basis: what it rests on
//   saidBy: whose words they are, where somebody is quoted
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (a:Actor)-[s:SUPPORTS]->(t:Entity {id: $target})
WHERE s.validFrom <= $asOf < s.validTo
  AND ($kind IS NULL OR {states: 'State', organizations: 'Organization', groups: 'Group', persons: 'Person'}[$kind] IN labels(a))
OPTIONAL MATCH (speaker:Entity {id: s.statedBy})
WITH a, s, speaker,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH a, collect(s) AS stances, collect(since)[0] AS since, collect(s.confidence) AS confidences,
     collect(DISTINCT s.basis) AS basis, collect(DISTINCT speaker.name) AS saidBy, collect(DISTINCT s.summary) AS words
RETURN a.name AS actor, a.id AS actorId, since,
       [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       basis, saidBy, words,
       COLLECT {
         UNWIND stances AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY actor, actorId
