// title: Where does everyone stand on it?
// description: >-
//   Every stance on an entity on a day, for, against and neither, one row for each actor and stance; of one actor
//   only, where it is named.
// ask:
//   - "where do [all] actors stand on {target} [(on|as of|by|in) {asOf}]"
//   - "where does (everyone|everybody|each actor) stand on {target} [(on|as of|by|in) {asOf}]"
//   - "(what are|list) [all] stances on {target} [(on|as of|by|in) {asOf}]"
//   - "who stands where on {target} [(on|as of|by|in) {asOf}]"
//   - "where does {actor} stand on {target} [(on|as of|by|in) {asOf}]"
//   - "(what is|which is) {actor} (s position|s stance|position|stance) on {target} [(on|as of|by|in) {asOf}]"
//   - "does {actor} (back|support|oppose) {target} [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, description: what the stances are on, example: osh-base}
//   actor: {type: entity, description: 'whose stance, that of everybody where none is given', required: false, example: russia}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
// columns:
//   stance: backs, opposes or takes no side
//   actor: who takes the stance
//   actorId: the id of the actor
//   position: in what way, where no side is taken
//   since: when that began, as exactly as it is known
//   confidence: the highest confidence of the sources
//   basis: what it rests on
//   saidBy: whose words they are, where somebody is quoted
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (a:Actor)-[s:SUPPORTS|OPPOSES|NEUTRAL_ON]->(t:Entity {id: $target})
WHERE s.validFrom <= $asOf < s.validTo AND ($actor IS NULL OR a.id = $actor)
OPTIONAL MATCH (speaker:Entity {id: s.statedBy})
WITH a, s, speaker,
     CASE type(s) WHEN 'SUPPORTS' THEN 'backs' WHEN 'OPPOSES' THEN 'opposes' ELSE 'takes no side' END AS stance,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH a, stance, collect(s) AS stances, collect(since)[0] AS since, collect(s.confidence) AS confidences,
     collect(DISTINCT s.basis) AS basis, collect(DISTINCT speaker.name) AS saidBy, collect(DISTINCT s.summary) AS words,
     collect(DISTINCT s.position) AS positions
RETURN stance, a.name AS actor, a.id AS actorId, nullIf(reduce(text = '', one IN positions[..1000] | text + CASE text WHEN '' THEN '' ELSE '; ' END + one), '') AS position, since,
       [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       basis, saidBy, words,
       COLLECT {
         UNWIND stances AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY stance, actor, actorId
