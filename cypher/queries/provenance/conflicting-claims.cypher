// title: What is disputed about it?
// description: >-
//   Rival answers around an entity: facts that share a claim and differ, and stances of one actor on one thing
//   that exclude each other. Nothing is averaged away; each answer stands with its sources.
// ask:
//   - "what is (disputed|contested|unclear) (about|around|in) {target}"
//   - "(which|what) (claims|accounts|sources) (conflict|differ|disagree) (about|on|over|around) {target}"
//   - "conflicting (claims|accounts) (about|on|of) {target}"
//   - "what do sources disagree (about|on) (in|around|with) {target}"
// parameters:
//   target: {type: entity, description: what the claims are about, example: tashbulak-clash-2009-06-23}
// columns:
//   claim: the question to which these are rival answers
//   subject: the start of the relationship
//   subjectId: the id of the start
//   relationship: its type
//   object: the end of the relationship
//   objectId: the id of the end
//   role: role or position, where the answer names one
//   since: when that began or happened, as exactly as it is known
//   confidence: how sure the source is
//   basis: what it rests on
//   saidBy: whose words they are, where somebody is quoted
//   summary: the answer in a line
//   dossier: which dossier asserts it
//   sources: what says so, as source#locator
MATCH (t:Entity {id: $target})
CALL (t) {
  MATCH (t)-[known]-(e:Entity)
  WHERE known.claim IS NOT NULL
  UNWIND [t, e] AS hub
  MATCH (hub)-[s]-(:Entity)
  WHERE s.claim = known.claim
  WITH known.claim AS claim, collect(DISTINCT s) AS rivals
  WHERE size(rivals) > 1
  UNWIND rivals AS s
  RETURN claim, s
  UNION
  MATCH (t)-[s:SUPPORTS|OPPOSES|NEUTRAL_ON]-(:Entity)
  WITH s, startNode(s) AS a, endNode(s) AS subject
  WHERE EXISTS {
    MATCH (a)-[rival:SUPPORTS|OPPOSES|NEUTRAL_ON]->(subject)
    WHERE type(rival) <> type(s) AND rival.validFrom < s.validTo AND s.validFrom < rival.validTo
  }
  RETURN 'Where does ' + a.name + ' stand on ' + subject.name + '?' AS claim, s
}
WITH DISTINCT claim, s, startNode(s) AS a, endNode(s) AS o
OPTIONAL MATCH (speaker:Entity {id: s.statedBy})
RETURN claim, a.name AS subject, a.id AS subjectId, type(s) AS relationship, o.name AS object, o.id AS objectId,
       coalesce(s.role, s.position) AS role,
       nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since,
       s.confidence AS confidence, s.basis AS basis, speaker.name AS saidBy, s.summary AS summary, s.dossier AS dossier,
       s.sources AS sources
ORDER BY claim, subject, subjectId, relationship, object, objectId, dossier, s.id
