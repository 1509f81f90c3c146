// title: What is the evidence?
// description: >-
//   Every assertion about an entity, or about two entities together, one row each, with its sources by title, who
//   is quoted, and the dossier that asserts it; those that hold on one day only, where it is given.
// ask:
//   - "what (is evidence|evidence is there) (on|for|about) {target} [and {other}]"
//   - "what (is known|do sources say|did sources say|does article say) about {target} [and {other}]"
//   - "what (ties|links|connects) {target} (and|to|with) {other}"
//   - "how are {target} and {other} (tied|linked|connected|related)"
//   - "[what are] (evidence|sources) (on|for|about) {target} [and {other}]"
// parameters:
//   target: {type: entity, description: the entity, example: osh-base}
//   other: {type: entity, description: 'the other end of the relationships, anything where none is given', required: false, example: kazakhstan}
//   asOf: {type: date, description: 'the day to read the graph at, any day where none is given', required: false, example: 2009-07-31}
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
MATCH (:Entity {id: $target})-[s]-(e:Entity)
WHERE ($other IS NULL OR e.id = $other) AND ($asOf IS NULL OR s.validFrom <= $asOf < s.validTo)
WITH DISTINCT s, startNode(s) AS a, endNode(s) AS o
OPTIONAL MATCH (speaker:Entity {id: s.statedBy})
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
