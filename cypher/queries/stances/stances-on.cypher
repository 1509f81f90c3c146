// title: Where does everyone stand on it?
// description: >-
//   Every stance on an entity on a day, for, against and neither, one row for each actor and stance; of one actor
//   only, where it is named. Who is not known to take a stance is not there.
// ask:
//   - "where do [all] actors stand on {target} [(on|as of|by|in) {asOf}]"
//   - "where do ({kind}|(states|countries|governments) {kind=states}) stand on {target} [(on|as of|by|in) {asOf}]"
//   - "where does (everyone|everybody|each actor) stand on {target} [(on|as of|by|in) {asOf}]"
//   - "(what are|list) [all] stances on {target} [(on|as of|by|in) {asOf}]"
//   - "who stands where on {target} [(on|as of|by|in) {asOf}]"
//   - "where does {actor} stand on {target} [(on|as of|by|in) {asOf}]"
//   - "(what is|which is) {actor} (s position|s stance|s view|s opinion|position|stance|view|opinion) (on|of) {target} [(on|as of|by|in) {asOf}]"
//   - "what is (position|stance|view|opinion) of {actor} (on|about) {target} [(on|as of|by|in) {asOf}]"
//   - "what does {actor} think (of|about) {target} [(on|as of|by|in) {asOf}]"
//   - "does {actor} (back|support|favour|favor|endorse|oppose|reject|object to) {target} [(on|as of|by|in) {asOf}]"
//   - "is {actor} (for|against|in favour of|in favor of|opposed to|neutral on|undecided on|undecided about) {target} [(on|as of|by|in) {asOf}]"
//   - "is {target} (supported|backed|favoured|favored|opposed|rejected) by {actor} [(on|as of|by|in) {asOf}]"
//   - "why did {actor} (not|refuse to) sign {target} [(on|as of|by|in) {asOf}]"
//   - "why didn t {actor} sign {target} [(on|as of|by|in) {asOf}]"
//   - "who (does not|doesn t) (back|support|favour|favor|endorse) {stance=does not back} {target} [(on|as of|by|in) {asOf}]"
//   - "who (does not|doesn t) (oppose|reject|object to) {stance=does not oppose} {target} [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) ({kind}|(states|countries|governments) {kind=states}|actors) (do not|don t) (back|support|favour|favor) {stance=does not back} {target} [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) ({kind}|(states|countries|governments) {kind=states}|actors) (do not|don t) (oppose|reject|object to) {stance=does not oppose} {target} [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, description: what the stances are on, example: osh-base}
//   actor: {type: entity, kinds: [Actor], description: 'whose stance, that of everybody where none is given', required: false, example: russia}
//   stance: {type: enum, values: [backs, opposes, takes no side, does not back, does not oppose], description: 'which stances, all where none is given; does not back is opposes or takes no side, does not oppose is backs or takes no side', required: false, example: backs}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
//   kind: {type: enum, values: [states, organizations, groups, persons], description: 'whose stances, all where none is given', required: false, example: states}
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
  AND ($kind IS NULL OR {states: 'State', organizations: 'Organization', groups: 'Group', persons: 'Person'}[$kind] IN labels(a))
OPTIONAL MATCH (speaker:Entity {id: s.statedBy})
WITH a, s, speaker,
     CASE type(s) WHEN 'SUPPORTS' THEN 'backs' WHEN 'OPPOSES' THEN 'opposes' ELSE 'takes no side' END AS stance,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since
ORDER BY s.validFrom, s.fromPrecision, s.id
WHERE $stance IS NULL OR CASE $stance WHEN 'does not back' THEN stance <> 'backs' WHEN 'does not oppose' THEN stance <> 'opposes' ELSE stance = $stance END
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
