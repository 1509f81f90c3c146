// title: What does this actor stand for?
// description: >-
//   Every stance that an actor takes on a day: what it backs, opposes and takes no side on.
// ask:
//   - "what does {target} (back|support|oppose|stand for) [(on|as of|by|in) {asOf}]"
//   - "(what are|list) [all] stances of {target} [(on|as of|by|in) {asOf}]"
//   - "where does {target} stand [(on|as of|by|in) {asOf}]"
//   - "what is {target} (for|against) [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, description: the actor, example: uzbekistan}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
// columns:
//   stance: backs, opposes or takes no side
//   subject: what the stance is on
//   subjectId: the id of the subject
//   kind: what the subject is
//   position: in what way, where no side is taken
//   since: when that began, as exactly as it is known
//   confidence: the highest confidence of the sources
//   basis: what it rests on
//   saidBy: whose words they are, where somebody is quoted
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (a:Entity {id: $target})-[s:SUPPORTS|OPPOSES|NEUTRAL_ON]->(t:Entity)
WHERE s.validFrom <= $asOf < s.validTo
OPTIONAL MATCH (speaker:Entity {id: s.statedBy})
WITH t, s, speaker,
     CASE type(s) WHEN 'SUPPORTS' THEN 'backs' WHEN 'OPPOSES' THEN 'opposes' ELSE 'takes no side' END AS stance,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH t, stance, collect(s) AS stances, collect(since)[0] AS since, collect(s.confidence) AS confidences,
     collect(DISTINCT s.basis) AS basis, collect(DISTINCT speaker.name) AS saidBy, collect(DISTINCT s.summary) AS words,
     collect(DISTINCT s.position) AS positions
RETURN stance, t.name AS subject, t.id AS subjectId,
       [label IN labels(t) WHERE NOT label IN ['Entity', 'Actor']][0] AS kind, nullIf(reduce(text = '', one IN positions[..1000] | text + CASE text WHEN '' THEN '' ELSE '; ' END + one), '') AS position, since,
       [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       basis, saidBy, words,
       COLLECT {
         UNWIND stances AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY stance, subject, subjectId
