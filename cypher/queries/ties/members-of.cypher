// title: Who belongs to it?
// description: >-
//   Members of an organisation, a group or an alliance on a day. Who was one when a data set ended, such as ATOP in 2018
//   or COW's system of states in 2016, still is.
// ask:
//   - "who (belongs to|is in|was in|is member of|are members of) {target} [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) ({kind}|(states|countries|governments) {kind=states}|organisations {kind=organizations}|actors) (belong to|are members of|are in) {target} [(on|as of|by|in) {asOf}]"
//   - "[(list|show|name|give me)] [all] (members|member states) of {target} [(on|as of|by|in) {asOf}]"
//   - "who are {target} (s members|members) [(on|as of|by|in) {asOf}]"
//   - "how many members does {target} have [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, kinds: [Organization, Group, Agreement], description: 'the organisation, group or alliance', example: csto}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
//   kind: {type: enum, values: [states, organizations, groups, persons], description: 'which of them, all where none is given', required: false, example: states}
//   dated: {type: boolean, description: 'true leaves out memberships of which no source tells the beginning, and which therefore hold on every earlier day', default: false}
// columns:
//   member: who belongs to it
//   memberId: the id of the member
//   since: when that began, as exactly as it is known
//   confidence: the highest confidence of the sources
//   basis: what it rests on
//   saidBy: whose words they are, where somebody is quoted
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (a:Actor)-[s:MEMBER_OF|SIGNED]->(t:Entity {id: $target})
WHERE s.validFrom <= $asOf < s.validTo AND NOT ($dated AND s.fromPrecision = 'unknown') AND (s:MEMBER_OF OR t.category = 'alliance')
  AND ($kind IS NULL OR {states: 'State', organizations: 'Organization', groups: 'Group', persons: 'Person'}[$kind] IN labels(a))
OPTIONAL MATCH (speaker:Entity {id: s.statedBy})
WITH a, s, speaker,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH a, collect(s) AS memberships, collect(since)[0] AS since, collect(s.confidence) AS confidences,
     collect(DISTINCT s.basis) AS basis, collect(DISTINCT speaker.name) AS saidBy, collect(DISTINCT s.summary) AS words
RETURN a.name AS member, a.id AS memberId, since,
       [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       basis, saidBy, words,
       COLLECT {
         UNWIND memberships AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY member, memberId
