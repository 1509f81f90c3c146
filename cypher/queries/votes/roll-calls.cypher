// title: What was voted on?
// description: >-
//   Roll calls of a period, with the number of those who voted yes, voted no and abstained. Several roll calls can be
//   about one resolution, such as those on its paragraphs. un-votes knows them from 1946 to January 2020.
// ask:
//   - "(which|what|how many) (resolutions|proposals|roll calls|votes) were (voted [on]|put to vote|held|taken|there) [on {issue}] in {year}"
//   - "(which|what|how many) (resolutions|proposals|roll calls|votes) were (voted [on]|put to vote|held|taken|there) [on {issue}] (between|from) {from} (and|to|until) {to}"
//   - "(which|what|how many) (resolutions|proposals|roll calls|votes) were (voted [on]|put to vote|held|taken|there) (in|on) {from,to}"
//   - "what was (voted on|put to vote) in {year}"
//   - "[list] (roll calls|votes) (of|in) {year}"
//   - "[list] roll calls on {issue} [in {year}]"
// parameters:
//   year: {type: integer, description: 'the calendar year that counts, every year where none is given', required: false, example: 2009}
//   from: {type: date, period: first day, description: 'the first day that counts, from the start where none is given', required: false, example: 2009-01-01}
//   to: {type: date, description: 'the last day that counts, to the end where none is given', required: false, example: 2009-12-31}
//   issue: {type: string, of: Proposal.issues, description: 'roll calls on this issue only, such as Human rights, on any where none is given', required: false, example: Human rights}
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
MATCH (p:Proposal)
WHERE $issue IS NULL OR any(issue IN p.issues WHERE toLower(issue) = toLower($issue))
CALL (p) {
  MATCH (:Actor)-[s:SUPPORTS|OPPOSES|NEUTRAL_ON]->(p)
  WHERE s.basis = 'voted'
  RETURN s.on AS day LIMIT 1
}
WITH p, day
WHERE ($from IS NULL OR day >= $from) AND ($to IS NULL OR day <= $to) AND ($year IS NULL OR day.year = $year)
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
