// title: Is it so, since when, and who says so?
// description: >-
//   Every assertion that one entity is tied to another in a certain way, or in any way, one row each, with its time, who
//   is quoted, its sources by title and the dossier. No rows means that nothing loaded says so, not that it is untrue.
// ask:
//   - "(why|since when|how long) does {subject} ((back|support|favour|favor) {relationship=backs}|(oppose|reject|object to) {relationship=opposes}|take no side on {relationship=takes no side}) {object} [(on|as of|by|in) {asOf}]"
//   - "(why|since when|how long) is {subject} ((for|in favour of|in favor of) {relationship=backs}|(against|opposed to) {relationship=opposes}|(neutral|undecided) (on|about) {relationship=takes no side}) {object} [(on|as of|by|in) {asOf}]"
//   - "(since when|how long) has {subject} ((backed|supported|favoured|favored) {relationship=backs}|(opposed|rejected) {relationship=opposes}) {object}"
//   - "(who says [that]|says who that|is it true that|how do we know that) {subject} ((backs|supports) {relationship=backs}|(opposes|rejects) {relationship=opposes}|signed {relationship=signed}|proposed {relationship=proposed}|(belongs to|is member of) {relationship=belongs to}) {object}"
//   - "[what is] evidence that {subject} ((backs|supports) {relationship=backs}|(opposes|rejects) {relationship=opposes}|signed {relationship=signed}|proposed {relationship=proposed}|(belongs to|is member of) {relationship=belongs to}) {object}"
//   - "[(when|why)] did {subject} (sign {relationship=signed}|(propose|put forward) {relationship=proposed}|attack {relationship=attacked}) {object}"
//   - "[(when|why)] did {subject} ((join|enter|accede to) {relationship=belongs to}|(leave|quit|withdraw from) {relationship=left}) {object}"
//   - "did {subject} (take part in|participate in|attend) {relationship=took part in} {object}"
//   - "is {subject} (member of|party to) {relationship=belongs to} {asOf=today} {object} [(on|as of|by|in) {asOf}]"
//   - "since when is {subject} (member of|party to) {relationship=belongs to} {object}"
//   - "does {subject} (belong to {relationship=belongs to}|host {relationship=hosts}|(operate|run) {relationship=operates}) {asOf=today} {object} [(on|as of|by|in) {asOf}]"
//   - "since when does {subject} (belong to {relationship=belongs to}|host {relationship=hosts}|(operate|run) {relationship=operates}) {object}"
// parameters:
//   subject: {type: entity, kinds: [Actor], description: 'who backs, signed, belongs …', example: kazakhstan}
//   object: {type: entity, description: 'what it backs, signed, belongs to …', example: osh-base}
//   relationship: {type: enum, values: [backs, opposes, takes no side, signed, belongs to, left, proposed, took part in, attacked, hosts, operates], description: 'how they are tied, any tie where none is given; belongs to is as a member, a signatory or a party, left is that this has ended', required: false, example: backs}
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
MATCH (a:Entity {id: $subject})-[s]->(o:Entity {id: $object})
WHERE ($asOf IS NULL OR s.validFrom <= $asOf < s.validTo)
  AND CASE $relationship
        WHEN 'backs' THEN s:SUPPORTS WHEN 'opposes' THEN s:OPPOSES WHEN 'takes no side' THEN s:NEUTRAL_ON
        WHEN 'signed' THEN s:SIGNED WHEN 'belongs to' THEN s:MEMBER_OF|SIGNED|PARTY_TO
        WHEN 'left' THEN s:MEMBER_OF|SIGNED|PARTY_TO AND s.toPrecision <> 'unknown' AND NOT EXISTS {
          MATCH (a)-[later:MEMBER_OF|SIGNED|PARTY_TO]->(o) WHERE later.dossier = s.dossier AND later.validFrom <= s.validTo < later.validTo
        }
        WHEN 'proposed' THEN s:PROPOSED WHEN 'took part in' THEN s:PARTICIPATED_IN WHEN 'attacked' THEN s:ATTACKED
        WHEN 'hosts' THEN s:HOSTS WHEN 'operates' THEN s:OPERATES ELSE true
      END
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
ORDER BY relationship, s.validFrom, dossier, s.id
