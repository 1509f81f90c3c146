// title: What did it say about that?
// description: >-
//   Every assertion about an entity that rests on the words of an actor, or of whoever leads or represents the actor,
//   one row each. What sources report without quoting anybody is not there.
// ask:
//   - "what (did|does) {speaker} (say|state|declare) (about|on|of) {target}"
//   - "what has {speaker} (said|stated|declared) (about|on|of) {target}"
//   - "(words|statements|remarks) (of|by) {speaker} (about|on) {target}"
// parameters:
//   speaker: {type: entity, kinds: [Actor], description: whose words, example: united-states}
//   target: {type: entity, description: what they are about, example: osh-base}
// columns:
//   subject: the start of the relationship
//   subjectId: the id of the start
//   relationship: its type
//   object: the end of the relationship
//   objectId: the id of the end
//   role: role or position, where there is one
//   since: when that began or happened, as exactly as it is known
//   until: when that ended, as exactly as it is known
//   confidence: how sure the source is
//   basis: what it rests on
//   saidBy: whose words they are, where somebody is quoted
//   summary: the assertion in a line
//   dossier: which dossier asserts it
//   sources: what says so, as source#locator
//   titles: what the sources are
MATCH (:Entity {id: $speaker})<-[office:LEADS|REPRESENTS*0..1]-(speaker:Actor)
MATCH (:Entity {id: $target})-[s {statedBy: speaker.id}]-(:Entity)
WHERE all(one IN office WHERE s.fromPrecision = 'unknown' OR one.validFrom <= s.validFrom < one.validTo)
WITH DISTINCT s, speaker, startNode(s) AS a, endNode(s) AS o
RETURN a.name AS subject, a.id AS subjectId, type(s) AS relationship, o.name AS object, o.id AS objectId,
       coalesce(s.role, s.position) AS role,
       nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since,
       nullIf(left(toString(s.validTo - duration({days: 1})), {day: 10, month: 7, year: 4, unknown: 0}[s.toPrecision]), '') AS until,
       s.confidence AS confidence, s.basis AS basis, speaker.name AS saidBy, s.summary AS summary, s.dossier AS dossier,
       s.sources AS sources,
       COLLECT {
         UNWIND s.sources AS source
         MATCH (cited:Source {key: s.dossier + '/' + split(source, '#')[0]})
         RETURN DISTINCT cited.title AS title ORDER BY title
       } AS titles
ORDER BY relationship, subject, subjectId, object, objectId, dossier, s.id
