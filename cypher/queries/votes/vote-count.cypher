// title: How many voted how on it?
// description: >-
//   The roll calls on a resolution, with the number of those who voted yes, voted no and abstained. Several roll calls
//   can be about one resolution, such as those on its paragraphs.
// ask:
//   - "how many [(states|countries)] voted (yes|no|for|against|in favour) [on] [resolution] {resolution}"
//   - "how many [(states|countries)] abstained in (resolution|vote on) {resolution}"
//   - "how many [(states|countries)] abstained (on|from) [vote on] [resolution] {resolution}"
//   - "(what was|what were) (result|results|outcome|count) of [vote on] [resolution] {resolution}"
//   - "(result|results|outcome|count) of vote on [resolution] {resolution}"
// parameters:
//   resolution: {type: string, of: Proposal.unres, written: '(?:(?:the )?(?:UN(?:GA)?|GA|General Assembly) )?(?:resolution )?(?:no\.? )?(?:(?:A/)?RES/|R/)?((?:[A-Z]+-)?\d+(?:/\w+)+|\d{3,}[A-Z]?|[a-z]+(?:-\w+)+)(?:,? (?:of|adopted) .+| \([^()]*\))?', description: 'the number of the resolution, such as R/64/6, A/RES/64/6 or 64/6, or the id of one roll call', example: R/64/6}
// columns:
//   rollCall: the resolution voted on, as the roll call names it
//   rollCallId: the id of the roll call
//   votedOn: the day of the vote
//   yes: how many voted yes
//   no: how many voted no
//   abstained: how many abstained
//   subject: what it was about
//   issues: the issues that it is filed under
//   dossiers: which dossiers record the votes
WITH split(toUpper($resolution), 'RES/')[-1] AS written
WITH CASE WHEN written STARTS WITH 'R/' THEN substring(written, 2) ELSE written END AS number
MATCH (p:Proposal)
WHERE p.unres IN [number, 'R/' + number, 'A/RES/' + number] OR p.id = toLower($resolution)
MATCH (a:Actor)-[s:SUPPORTS|OPPOSES|NEUTRAL_ON]->(p)
WHERE s.basis = 'voted'
WITH p, min(s.on) AS votedOn, count(DISTINCT CASE WHEN s:SUPPORTS THEN a END) AS yes,
     count(DISTINCT CASE WHEN s:OPPOSES THEN a END) AS no, count(DISTINCT CASE WHEN s:NEUTRAL_ON THEN a END) AS abstained,
     collect(DISTINCT s.dossier) AS dossiers
RETURN p.name AS rollCall, p.id AS rollCallId, votedOn, yes, no, abstained, coalesce(p.subject, p.summary) AS subject,
       coalesce(p.issues, []) AS issues,
       COLLECT {
         UNWIND dossiers AS dossier
         RETURN dossier ORDER BY dossier
       } AS dossiers
ORDER BY votedOn, rollCallId
