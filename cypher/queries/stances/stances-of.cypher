// title: What does this actor stand for?
// description: >-
//   Every stance that an actor takes on a day: what it backs, opposes and takes no side on, or one of these.
// ask:
//   - "what does {target} (back|support|favour|favor|endorse) {stance=backs} [(on|as of|by|in) {asOf}]"
//   - "what does {target} (oppose|reject|object to|disapprove of|stand against) {stance=opposes} [(on|as of|by|in) {asOf}]"
//   - "what is {target} (for|backing|supporting|in favour of|in favor of) {stance=backs} [(on|as of|by|in) {asOf}]"
//   - "what is {target} (against|opposed to|opposing) {stance=opposes} [(on|as of|by|in) {asOf}]"
//   - "what does {target} take (no|neither) side on {stance=takes no side} [(on|as of|by|in) {asOf}]"
//   - "what is {target} (neutral|undecided) (on|about) {stance=takes no side} [(on|as of|by|in) {asOf}]"
//   - "what does {target} not (back|support) {stance=does not back} [(on|as of|by|in) {asOf}]"
//   - "what does {target} not oppose {stance=does not oppose} [(on|as of|by|in) {asOf}]"
//   - "what does {target} stand for [(on|as of|by|in) {asOf}]"
//   - "(what are|list) [all] stances of {target} [(on|as of|by|in) {asOf}]"
//   - "what are {target} (s stances|s positions|stances|positions) [(on|as of|by|in) {asOf}]"
//   - "where does {target} stand [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, kinds: [Actor], description: the actor, example: uzbekistan}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
//   stance: {type: enum, values: [backs, opposes, takes no side, does not back, does not oppose], description: 'which stances, all where none is given; does not back is opposes or takes no side, does not oppose is backs or takes no side', required: false, example: opposes}
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
WHERE $stance IS NULL OR CASE $stance WHEN 'does not back' THEN stance <> 'backs' WHEN 'does not oppose' THEN stance <> 'opposes' ELSE stance = $stance END
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
