// title: How does it vote, year by year?
// description: >-
//   How many times an actor voted yes, voted no and abstained in each calendar year, and from how many roll calls of that
//   year, in the dossiers that record its votes, it was absent; those before it became a member count as such. A year in
//   which it did not vote at all is left out.
// ask:
//   - "how [often] (did|does|has) {actor} (vote|voted) [(by year|each year|year by year|over years)]"
//   - "how [often] (did|does|has) {actor} (vote|voted) [on {issue}] in {year}"
//   - "how (often|many times) (did|does|has) {actor} (vote|voted) (yes|no|for|against) [on {issue}] [in {year}]"
//   - "how (often|many times) (did|does|has) {actor} (abstain|abstained) [in {year}]"
//   - "(in|on) how many (resolutions|roll calls|votes) did {actor} (abstain|vote (yes|no|for|against)) [in {year}]"
//   - "how many (resolutions|roll calls|votes) did {actor} (abstain (on|in|from)|vote (for|against)|miss) [in {year}]"
//   - "how (often|many times) (was|is) {actor} absent [from (votes|roll calls)] [in {year}]"
//   - "(count|number) of votes of {actor} [(by year|each year|year by year)] [in {year}]"
// parameters:
//   actor: {type: entity, kinds: [Actor], description: the voter, example: kyrgyzstan}
//   year: {type: integer, description: 'the calendar year that counts, every year where none is given', required: false, example: 2009}
//   from: {type: date, period: first day, description: 'the first day that counts, from the start where none is given', required: false, example: 2009-01-01}
//   to: {type: date, description: 'the last day that counts, to the end where none is given', required: false, example: 2009-12-31}
//   issue: {type: string, of: Proposal.issues, description: 'roll calls on this issue only, such as Human rights, on any where none is given', required: false, example: Human rights}
// columns:
//   year: the calendar year
//   rollCalls: how many roll calls there were
//   yes: in how many of them it voted yes
//   no: in how many it voted no
//   abstained: in how many it abstained
//   absent: in how many it has no vote
//   dossiers: which dossiers record its votes
MATCH (a:Entity {id: $actor})-[own:SUPPORTS|OPPOSES|NEUTRAL_ON]->(p:Proposal)
WHERE own.basis = 'voted'
  AND ($from IS NULL OR own.on >= $from) AND ($to IS NULL OR own.on <= $to) AND ($year IS NULL OR own.on.year = $year)
  AND ($issue IS NULL OR any(issue IN p.issues WHERE toLower(issue) = toLower($issue)))
WITH own.on.year AS year, count(DISTINCT CASE WHEN own:SUPPORTS THEN p END) AS yes,
     count(DISTINCT CASE WHEN own:OPPOSES THEN p END) AS no, count(DISTINCT CASE WHEN own:NEUTRAL_ON THEN p END) AS abstained,
     count(DISTINCT p) AS voted, collect(DISTINCT own.dossier) AS dossiers
WITH collect({year: year, yes: yes, no: no, abstained: abstained, voted: voted, dossiers: dossiers}) AS years
MATCH (p:Proposal)
WHERE $issue IS NULL OR any(issue IN p.issues WHERE toLower(issue) = toLower($issue))
CALL (p) {
  MATCH (:Actor)-[s:SUPPORTS|OPPOSES|NEUTRAL_ON]->(p)
  WHERE s.basis = 'voted'
  RETURN s.on AS day, s.dossier AS dossier LIMIT 1
}
WITH years, p, day, dossier
WHERE ($from IS NULL OR day >= $from) AND ($to IS NULL OR day <= $to)
UNWIND years AS one
WITH one, p, day, dossier
WHERE one.year = day.year AND dossier IN one.dossiers
WITH one, count(p) AS rollCalls
RETURN one.year AS year, rollCalls, one.yes AS yes, one.no AS no, one.abstained AS abstained, rollCalls - one.voted AS absent,
       COLLECT {
         UNWIND one.dossiers AS dossier
         RETURN dossier ORDER BY dossier
       } AS dossiers
ORDER BY year
