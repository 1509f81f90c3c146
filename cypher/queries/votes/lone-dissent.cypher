// title: Who voted alone against all others?
// description: >-
//   Roll calls in which one actor alone voted no, or yes where that is asked for, while others voted the opposite; who
//   abstained does not count.
// ask:
//   - "(when|where) did {actor} (vote|stand|dissent) alone [in {year}]"
//   - "when was {actor} (alone|only one) [to (vote|dissent)] [against] [in {year}]"
//   - "[(on|in)] (which|what) (votes|resolutions|roll calls) did {actor} (vote|stand) alone [in {year}]"
//   - "[(on|in)] (which|what) (votes|resolutions|roll calls) did {actor} alone vote {vote} [in {year}]"
//   - "what did {actor} alone (vote against|oppose|reject) [in {year}]"
//   - "who (voted|dissented|stood) alone [in {year}]"
//   - "who alone voted {vote} [in {year}]"
//   - "lone (dissent|dissents|dissenters|votes) [of {actor}] [in {year}]"
// parameters:
//   actor: {type: entity, kinds: [Actor], description: 'who dissents, anybody where none is given', required: false, example: united-states}
//   vote: {type: enum, values: ['no', 'yes'], description: the vote that one alone gave, default: 'no'}
//   from: {type: date, period: first day, description: 'the first day that counts, from the start where none is given', required: false, example: 2009-01-01}
//   to: {type: date, description: 'the last day that counts, to the end where none is given', required: false, example: 2009-12-31}
//   year: {type: integer, description: 'the calendar year that counts, every year where none is given', required: false, example: 2009}
// columns:
//   voter: who voted alone
//   voterId: the id of the voter
//   votedOn: the day of the vote
//   rollCall: the resolution voted on, as the roll call names it
//   rollCallId: the id of the roll call
//   opposite: how many voted the opposite
//   abstained: how many abstained
//   subject: what it was about
//   sources: what says so, as source#locator
MATCH (a:Actor)-[s:SUPPORTS|OPPOSES]->(p:Proposal)
WHERE s.basis = 'voted' AND type(s) = CASE $vote WHEN 'no' THEN 'OPPOSES' ELSE 'SUPPORTS' END
  AND ($from IS NULL OR s.on >= $from) AND ($to IS NULL OR s.on <= $to) AND ($year IS NULL OR s.on.year = $year)
WITH p, collect(DISTINCT a) AS voters, collect(s) AS votes, min(s.on) AS votedOn
WHERE size(voters) = 1 AND ($actor IS NULL OR voters[0].id = $actor)
UNWIND voters AS voter
CALL (p) {
  MATCH (p)<-[o:SUPPORTS|OPPOSES|NEUTRAL_ON]-(other:Actor)
  WHERE o.basis = 'voted'
  RETURN count(DISTINCT CASE WHEN NOT o:NEUTRAL_ON THEN other END) - 1 AS opposite,
         count(DISTINCT CASE WHEN o:NEUTRAL_ON THEN other END) AS abstained
}
WITH p, voter, votes, votedOn, opposite, abstained
WHERE opposite > 0
RETURN voter.name AS voter, voter.id AS voterId, votedOn,
       p.name AS rollCall, p.id AS rollCallId, opposite, abstained, coalesce(p.subject, p.summary) AS subject,
       COLLECT {
         UNWIND votes AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY votedOn, rollCallId
