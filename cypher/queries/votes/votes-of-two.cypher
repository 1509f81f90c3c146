// title: On what did two vote differently, or alike?
// description: >-
//   Roll calls in which two actors both voted, with the vote of each (yes, no or abstained) and whether the two are the
//   same. A roll call in which one of the two did not vote is not there.
// ask:
//   - "(on|in) (which|what) (resolutions|proposals|roll calls|votes) did {first} and {second} ((differ|disagree|vote differently) {same=false}|(agree|vote alike|vote identically) {same=true}) [on {issue}] [in {year}]"
//   - "(which|what) (resolutions|proposals|roll calls|votes) did {first} and {second} ((differ|disagree|vote differently) {same=false}|(agree|vote alike|vote identically) {same=true}) on [in {year}]"
//   - "(on|in) (which|what) (resolutions|proposals|roll calls|votes) did {first} and {second} (differ|disagree|vote differently) {same=false} (between|from) {from} (and|to|until) {to}"
//   - "(when|on what) did {first} and {second} vote (differently {same=false}|(alike|identically) {same=true}) [in {year}]"
//   - "how did {first} and {second} vote [on {issue}] in {year}"
//   - "(votes|roll calls) (of|by) {first} and {second} [in {year}]"
//   - "(differences|disagreements) in votes {same=false} (of|between) {first} and {second} [in {year}]"
// parameters:
//   first: {type: entity, kinds: [Actor], description: one voter, example: kyrgyzstan}
//   second: {type: entity, kinds: [Actor], description: the other voter, example: russia}
//   from: {type: date, period: first day, description: 'the first day that counts, from the start where none is given', required: false, example: 2009-01-01}
//   to: {type: date, description: 'the last day that counts, to the end where none is given', required: false, example: 2009-12-31}
//   year: {type: integer, description: 'the calendar year that counts, every year where none is given', required: false, example: 2009}
//   issue: {type: string, of: Proposal.issues, description: 'roll calls on this issue only, such as Human rights, on any where none is given', required: false, example: Human rights}
//   same: {type: boolean, description: 'true for roll calls in which both voted the same way, false for the rest, all where none is given', required: false, example: false}
// columns:
//   rollCall: the resolution voted on, as the roll call names it
//   rollCallId: the id of the roll call
//   votedOn: the day of the vote
//   vote: how the one voted
//   otherVote: how the other voted
//   same: whether both voted the same way
//   subject: what it was about
//   sources: what says so, as source#locator
MATCH (one:Entity {id: $first}), (other:Entity {id: $second})
MATCH (one)-[s:SUPPORTS|OPPOSES|NEUTRAL_ON]->(p:Proposal)<-[o:SUPPORTS|OPPOSES|NEUTRAL_ON]-(other)
USING JOIN ON p
WHERE s.basis = 'voted' AND o.basis = 'voted'
  AND ($from IS NULL OR s.on >= $from) AND ($to IS NULL OR s.on <= $to) AND ($year IS NULL OR s.on.year = $year)
  AND ($issue IS NULL OR any(issue IN p.issues WHERE toLower(issue) = toLower($issue)))
  AND ($same IS NULL OR $same = (type(s) = type(o)))
WITH p, CASE WHEN s:SUPPORTS THEN 'yes' WHEN s:OPPOSES THEN 'no' ELSE 'abstained' END AS vote,
     CASE WHEN o:SUPPORTS THEN 'yes' WHEN o:OPPOSES THEN 'no' ELSE 'abstained' END AS otherVote,
     min(s.on) AS votedOn, collect(s) + collect(o) AS votes
RETURN p.name AS rollCall, p.id AS rollCallId, votedOn, vote, otherVote, vote = otherVote AS same,
       coalesce(p.subject, p.summary) AS subject,
       COLLECT {
         UNWIND votes AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY votedOn, rollCallId, vote, otherVote
