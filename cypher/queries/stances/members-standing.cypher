// title: Where do the members stand?
// description: >-
//   The stances that members of an organisation, a group or an alliance take on an entity on a day. Who is not known to
//   take a stance is not there.
// ask:
//   - "where do members of {organization} stand on {target} [(on|as of|by|in) {asOf}]"
//   - "where do {organization} members stand on {target} [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) members of {organization} ((back|support|favour|favor) {stance=backs}|(oppose|reject|are against) {stance=opposes}|take no side on {stance=takes no side}) {target} [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) {organization} members ((back|support|favour|favor) {stance=backs}|(oppose|reject|are against) {stance=opposes}|take no side on {stance=takes no side}) {target} [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, description: what the stances are on, example: osh-base}
//   organization: {type: entity, kinds: [Organization, Group, Agreement], description: 'the organisation, group or alliance', example: csto}
//   stance: {type: enum, values: [backs, opposes, takes no side], description: 'which stance, any where none is given', required: false, example: opposes}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
// columns:
//   stance: backs, opposes or takes no side
//   actor: the member that takes the stance
//   actorId: the id of the actor
//   position: in what way, where no side is taken
//   since: when that began, as exactly as it is known
//   confidence: the highest confidence of the sources
//   basis: what it rests on
//   saidBy: whose words they are, where somebody is quoted
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (a:Actor)-[m:MEMBER_OF|SIGNED]->(o:Entity {id: $organization}), (a)-[s:SUPPORTS|OPPOSES|NEUTRAL_ON]->(:Entity {id: $target})
WHERE m.validFrom <= $asOf < m.validTo AND (m:MEMBER_OF OR o.category = 'alliance') AND s.validFrom <= $asOf < s.validTo
OPTIONAL MATCH (speaker:Entity {id: s.statedBy})
WITH a, s, m, speaker,
     CASE type(s) WHEN 'SUPPORTS' THEN 'backs' WHEN 'OPPOSES' THEN 'opposes' ELSE 'takes no side' END AS stance,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since
ORDER BY s.validFrom, s.fromPrecision, s.id, m.id
WHERE $stance IS NULL OR stance = $stance
WITH a, stance, collect(s) + collect(m) AS evidence, collect(since)[0] AS since, collect(s.confidence) AS confidences,
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
