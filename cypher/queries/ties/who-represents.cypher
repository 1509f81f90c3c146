// title: Who leads, represents or runs it?
// description: >-
//   Persons and bodies that head an actor, or speak or act for it, on a day; of a base, who runs it.
// ask:
//   - "who (leads|heads|runs|represents|speaks for|acts for) {target} [(on|as of|by|in) {asOf}]"
//   - "who (are|is) (leader|leaders|representatives) of {target} [(on|as of|by|in) {asOf}]"
//   - "who is (president {role=President}|prime minister {role=Prime Minister}|defence minister {role=Defence Minister}|foreign minister {role=Foreign Minister}) of {target} [(on|as of|by|in) {asOf}]"
//   - "(leaders|representatives) of {target} [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, kinds: [Actor, Base], description: the actor or base, example: russia}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
//   role: {type: string, description: 'in what role, such as President, in any where none is given', required: false, example: President}
//   dated: {type: boolean, description: 'true leaves out ties of which no source tells the beginning, and which therefore hold on every earlier day', default: false}
// columns:
//   tie: leads, represents or runs
//   actor: who does so
//   actorId: the id of the actor
//   role: in what role
//   since: when that began, as exactly as it is known
//   confidence: the highest confidence of the sources
//   basis: what it rests on
//   saidBy: whose words they are, where somebody is quoted
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (a:Actor)-[s:LEADS|REPRESENTS|OPERATES]->(t:Entity {id: $target})
WHERE s.validFrom <= $asOf < s.validTo AND NOT ($dated AND s.fromPrecision = 'unknown') AND ($role IS NULL OR toLower(s.role) = toLower($role))
OPTIONAL MATCH (speaker:Entity {id: s.statedBy})
WITH a, s, speaker, CASE type(s) WHEN 'LEADS' THEN 'leads' WHEN 'OPERATES' THEN 'runs' ELSE 'represents' END AS tie,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH a, tie, collect(s) AS ties, collect(DISTINCT s.role) AS roles, collect(since)[0] AS since, collect(s.confidence) AS confidences,
     collect(DISTINCT s.basis) AS basis, collect(DISTINCT speaker.name) AS saidBy, collect(DISTINCT s.summary) AS words
RETURN tie, a.name AS actor, a.id AS actorId,
       nullIf(reduce(text = '', one IN roles[..1000] | text + CASE text WHEN '' THEN '' ELSE '; ' END + one), '') AS role, since,
       [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       basis, saidBy, words,
       COLLECT {
         UNWIND ties AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY tie, actor, actorId
