// title: Who voted how on it?
// description: >-
//   The votes on a resolution, one row a voter and roll call: yes, no or abstained. Several roll calls can be about one
//   resolution, such as those on its paragraphs; each stands by itself. Who was absent is not recorded.
// ask:
//   - "(who|(which|what) (states|countries)) voted {vote} [(on|to)] [(resolution|vote on)] {resolution}"
//   - "(who|(which|what) (states|countries)) [voted] {vote} in (resolution|vote on) {resolution}"
//   - "(who|(which|what) (states|countries)) {vote} (on|from) [vote on] [resolution] {resolution}"
//   - "how did {actor} vote (on|in resolution|in vote on) {resolution}"
//   - "(how did they vote|who voted [how]|votes|voting) (on|in resolution|in vote on) {resolution}"
// parameters:
//   resolution: {type: string, of: Proposal.unres, written: '(?:(?:the )?(?:UN(?:GA)?|GA|General Assembly) )?(?:resolution )?(?:no\.? )?(?:(?:A/)?RES/|R/)?((?:[A-Z]+-)?\d+(?:/\w+)+|\d{3,}[A-Z]?|[a-z]+(?:-\w+)+)(?:,? (?:of|adopted) .+| \([^()]*\))?', description: 'the number of the resolution, such as R/64/6, A/RES/64/6 or 64/6, or the id of one roll call', example: R/64/6}
//   vote: {type: enum, values: ['no', 'yes', abstained, for, against, in favour of], description: 'which votes, all where none is given; for and in favour of are yes, against is no', required: false, example: 'no'}
//   actor: {type: entity, kinds: [Actor], description: 'whose vote, anybody''s where none is given', required: false, example: united-states}
// columns:
//   voter: who voted
//   voterId: the id of the voter
//   vote: 'yes, no or abstained'
//   votedOn: the day of the vote
//   rollCall: the resolution voted on, as the roll call names it
//   rollCallId: the id of the roll call
//   sources: what says so, as source#locator
WITH split(toUpper($resolution), 'RES/')[-1] AS written
WITH CASE WHEN written STARTS WITH 'R/' THEN substring(written, 2) ELSE written END AS number
MATCH (p:Proposal)
WHERE p.unres IN [number, 'R/' + number, 'A/RES/' + number] OR p.id = toLower($resolution)
MATCH (a:Actor)-[s:SUPPORTS|OPPOSES|NEUTRAL_ON]->(p)
WHERE s.basis = 'voted' AND ($actor IS NULL OR a.id = $actor)
WITH a, p, s, CASE WHEN s:SUPPORTS THEN 'yes' WHEN s:OPPOSES THEN 'no' ELSE 'abstained' END AS vote
WHERE $vote IS NULL OR vote = $vote OR vote = CASE $vote WHEN 'for' THEN 'yes' WHEN 'in favour of' THEN 'yes' WHEN 'against' THEN 'no' END
WITH a, p, vote, collect(s) AS votes, min(s.on) AS votedOn
RETURN a.name AS voter, a.id AS voterId, vote, votedOn, p.name AS rollCall, p.id AS rollCallId,
       COLLECT {
         UNWIND votes AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY votedOn, rollCallId, vote, voter, voterId
