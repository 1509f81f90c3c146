// title: What does it belong to?
// description: >-
//   Organisations, groups and alliances of which an actor is a member on a day. What it belonged to when a data set
//   ended, such as ATOP in 2018 or COW's system of states in 2016, it still belongs to.
// ask:
//   - "what does {actor} belong to [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) ({kind}|organisations {kind=organizations}) does {actor} belong to [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) ({kind}|organisations {kind=organizations}) is {actor} (in|member of|part of) [(on|as of|by|in) {asOf}]"
//   - "what is {actor} (member of|part of) [(on|as of|by|in) {asOf}]"
//   - "[(what are|list)] memberships of {actor} [(on|as of|by|in) {asOf}]"
// parameters:
//   actor: {type: entity, kinds: [Actor], description: the member, example: kyrgyzstan}
//   kind: {type: enum, values: [organizations, groups, alliances], description: 'what it is a member of, all of these where none is given', required: false, example: organizations}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
//   dated: {type: boolean, description: 'true leaves out memberships of which no source tells the beginning, and which therefore hold on every earlier day', default: false}
// columns:
//   organization: what it belongs to
//   organizationId: the id of that
//   kind: Organization, Group or, of an alliance, Agreement
//   since: when that began, as exactly as it is known
//   confidence: the highest confidence of the sources
//   basis: what it rests on
//   saidBy: whose words they are, where somebody is quoted
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (:Entity {id: $actor})-[s:MEMBER_OF|SIGNED]->(o:Entity)
WHERE s.validFrom <= $asOf < s.validTo AND NOT ($dated AND s.fromPrecision = 'unknown') AND (s:MEMBER_OF OR o.category = 'alliance')
  AND ($kind IS NULL OR {organizations: 'Organization', groups: 'Group', alliances: 'Agreement'}[$kind] IN labels(o))
OPTIONAL MATCH (speaker:Entity {id: s.statedBy})
WITH o, s, speaker,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH o, collect(s) AS memberships, collect(since)[0] AS since, collect(s.confidence) AS confidences,
     collect(DISTINCT s.basis) AS basis, collect(DISTINCT speaker.name) AS saidBy, collect(DISTINCT s.summary) AS words
RETURN o.name AS organization, o.id AS organizationId,
       [label IN labels(o) WHERE NOT label IN ['Entity', 'Actor']][0] AS kind, since,
       [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       basis, saidBy, words,
       COLLECT {
         UNWIND memberships AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY organization, organizationId
