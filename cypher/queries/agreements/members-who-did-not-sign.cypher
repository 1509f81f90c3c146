// title: Which members did not sign it?
// description: >-
//   Members of an organisation on a day whose signature an agreement lacks. Where no organisation is given, it is the
//   smallest one to which all signatories and somebody else belong, or each of the smallest.
// ask:
//   - "(which|what) (member|members) of {organization} (did not|didn t) sign {target} [(on|as of|by|in) {asOf}]"
//   - "(which|what) {organization} (member|members) (did not|didn t) sign {target} [(on|as of|by|in) {asOf}]"
//   - "which (member|members) (did not|didn t) sign {target} [(on|as of|by|in) {asOf}]"
//   - "(which|what|how many) ({kind}|(states|countries|governments) {kind=states}) (did not|didn t) sign {target} [(on|as of|by|in) {asOf}]"
//   - "who (did not|didn t) sign {target} [(on|as of|by|in) {asOf}]"
//   - "who (of|in|among [members of]) {organization} (did not|didn t) sign {target} [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, kinds: [Agreement], description: the agreement, example: corf-2009}
//   organization: {type: entity, kinds: [Organization, Group], description: 'the organisation, or where none is given, the smallest to which all signatories and somebody else belong', required: false, example: csto}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
//   kind: {type: enum, values: [states, organizations, groups, persons], description: 'which of the members, all where none is given', required: false, example: states}
// columns:
//   actor: the member that did not sign
//   actorId: the id of the actor
//   organization: what it is a member of
//   organizationId: the id of the organisation
//   stance: what stances it takes on the agreement
//   since: when its membership began, as exactly as it is known
//   confidence: the highest confidence of the sources of its membership
//   words: each source of its membership and stance in a line
//   sources: what says that it is a member or takes the stance, as source#locator
MATCH (t:Entity {id: $target})
CALL (t) {
  MATCH (o:Entity {id: $organization})
  RETURN o
  UNION
  MATCH (t)<-[s:SIGNED]-(a:Actor)
  WHERE $organization IS NULL AND s.validFrom <= $asOf < s.validTo
  WITH collect(DISTINCT a) AS signatories
  UNWIND signatories[0..1] AS first
  MATCH (first)-[:MEMBER_OF]->(o:Entity)
  WHERE all(signatory IN signatories WHERE EXISTS {
    MATCH (signatory)-[m:MEMBER_OF]->(o) WHERE m.validFrom <= $asOf < m.validTo
  })
  WITH DISTINCT o, size(signatories) AS signed
  MATCH (member:Actor)-[m:MEMBER_OF]->(o)
  WHERE m.validFrom <= $asOf < m.validTo
  WITH o, signed, count(DISTINCT member) AS members
  WHERE members > signed
  WITH members, collect(o) AS organizations
  ORDER BY members LIMIT 1
  UNWIND organizations AS o
  RETURN o
}
MATCH (a:Actor)-[s:MEMBER_OF]->(o)
WHERE s.validFrom <= $asOf < s.validTo
  AND ($kind IS NULL OR {states: 'State', organizations: 'Organization', groups: 'Group', persons: 'Person'}[$kind] IN labels(a))
  AND NOT EXISTS { MATCH (a)-[signature:SIGNED]->(t) WHERE signature.validFrom <= $asOf }
WITH t, o, a, s,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH t, o, a, collect(s) AS memberships, collect(since)[0] AS since, collect(s.confidence) AS confidences
WITH o, a, memberships, since, confidences,
     COLLECT {
       MATCH (a)-[stance:SUPPORTS|OPPOSES|NEUTRAL_ON]->(t) WHERE stance.validFrom <= $asOf < stance.validTo
       RETURN stance ORDER BY stance.id
     } AS stances
RETURN a.name AS actor, a.id AS actorId, o.name AS organization, o.id AS organizationId,
       COLLECT {
         UNWIND stances AS one
         RETURN DISTINCT CASE type(one) WHEN 'SUPPORTS' THEN 'backs' WHEN 'OPPOSES' THEN 'opposes' ELSE 'takes no side' END AS stance ORDER BY stance
       } AS stance,
       since, [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       COLLECT {
         UNWIND memberships + stances AS one
         RETURN DISTINCT one.summary AS line ORDER BY line
       } AS words,
       COLLECT {
         UNWIND memberships + stances AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY organization, organizationId, actor, actorId
