// title: Where do the neighbours stand?
// description: >-
//   The stances that the neighbours of a state or place take on an entity on a day. Who is not known to take a stance is
//   not there.
// ask:
//   - "where do (neighbours|neighbors) of {state} stand on {target} [(on|as of|by|in) {asOf}]"
//   - "where do {state} (s neighbours|s neighbors) stand on {target} [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) (neighbours|neighbors) of {state} ((oppose|reject|are against) {stance=opposes}|take no side on {stance=takes no side}) {target} [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) states ((oppose|reject) {stance=opposes}|take no side on {stance=takes no side}) {target} and border {state} [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, description: what the stances are on, example: osh-base}
//   state: {type: entity, kinds: [State, Place], description: whose neighbours, example: kyrgyzstan}
//   stance: {type: enum, values: [backs, opposes, takes no side], description: 'which stance, any where none is given', required: false, example: opposes}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
// columns:
//   stance: backs, opposes or takes no side
//   actor: the neighbour that takes the stance
//   actorId: the id of the actor
//   position: in what way, where no side is taken
//   since: when that began, as exactly as it is known
//   confidence: the highest confidence of the sources
//   basis: what it rests on
//   saidBy: whose words they are, where somebody is quoted
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (:Entity {id: $state})-[b:BORDERS]-(a:Actor)-[s:SUPPORTS|OPPOSES|NEUTRAL_ON]->(:Entity {id: $target})
WHERE b.validFrom <= $asOf < b.validTo AND s.validFrom <= $asOf < s.validTo
OPTIONAL MATCH (speaker:Entity {id: s.statedBy})
WITH a, s, b, speaker,
     CASE type(s) WHEN 'SUPPORTS' THEN 'backs' WHEN 'OPPOSES' THEN 'opposes' ELSE 'takes no side' END AS stance,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since
ORDER BY s.validFrom, s.fromPrecision, s.id, b.id
WHERE $stance IS NULL OR stance = $stance
WITH a, stance, collect(s) + collect(b) AS evidence, collect(since)[0] AS since, collect(s.confidence) AS confidences,
     collect(DISTINCT s.basis) AS basis, collect(DISTINCT speaker.name) AS saidBy, collect(DISTINCT s.summary) AS words,
     collect(DISTINCT s.position) AS positions
RETURN stance, a.name AS actor, a.id AS actorId, nullIf(reduce(text = '', one IN positions[..1000] | text + CASE text WHEN '' THEN '' ELSE '; ' END + one), '') AS position, since,
       [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       basis, saidBy, words,
       COLLECT {
         UNWIND evidence AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY stance, actor, actorId
