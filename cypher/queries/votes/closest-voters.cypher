// title: Who votes most, or least, like it?
// description: >-
//   The other actors by the share of roll calls in which they voted as an actor did, of those in which both voted; the
//   most alike first, or the least alike, equal ones by their code. Who has few roll calls in common with it is left out.
// ask:
//   - "who (votes|voted) [(most|most often)] (like|with|as|identically with) {actor} [on {issue}] [in {year}]"
//   - "who (votes|voted) [(most|most often)] (like|with|as|identically with) {actor} (between|from) {from} (and|to|until) {to}"
//   - "who (votes|voted) [(most|most often)] (like|with|as|identically with) {actor} since {from}"
//   - "(which|what) (states|countries) (vote|voted) [(most|most often)] (like|with|as|identically with) {actor} [in {year}]"
//   - "(who|which states|which countries) (agree|agrees|agreed) most [often] with {actor} [in {year}]"
//   - "closest (voters|votes) to {actor} [in {year}]"
//   - "who (votes|voted) (least|least often) {order=least} (like|with|as|identically with) {actor} [on {issue}] [in {year}]"
//   - "who (votes|voted) (most differently|most often differently|most differently than) {order=least} (from|than|to) {actor} [on {issue}] [in {year}]"
//   - "(which|what) (states|countries) (vote|voted) (least|least often) {order=least} (like|with|as|identically with) {actor} [in {year}]"
//   - "(who|which states|which countries) ((agree|agrees|agreed) least|(disagree|disagrees|disagreed) most) {order=least} [often] with {actor} [in {year}]"
// parameters:
//   actor: {type: entity, kinds: [Actor], description: the voter that the others are compared with, example: kyrgyzstan}
//   from: {type: date, period: first day, description: 'the first day that counts, from the start where none is given', required: false, example: 2009-01-01}
//   to: {type: date, description: 'the last day that counts, to the end where none is given', required: false, example: 2009-12-31}
//   year: {type: integer, description: 'the calendar year that counts, every year where none is given', required: false, example: 2009}
//   fewest: {type: integer, description: the fewest common roll calls with which another is compared, default: 40, example: 2}
//   issue: {type: string, of: Proposal.issues, description: 'roll calls on this issue only, such as Human rights, on any where none is given', required: false, example: Human rights}
//   order: {type: enum, values: [most, least], description: whether the most alike or the least alike stand first, default: most}
// columns:
//   voter: another voter
//   voterId: the id of the voter
//   code: its first ISO 3166-1 code of two letters, where it has one
//   common: roll calls in which both voted
//   identical: those in which both voted the same way
//   share: the identical of the common, from 0 to 1
//   dossiers: which dossiers record the votes
MATCH (one:Entity {id: $actor})-[s:SUPPORTS|OPPOSES|NEUTRAL_ON]->(p:Proposal)
WHERE s.basis = 'voted'
  AND ($from IS NULL OR s.on >= $from) AND ($to IS NULL OR s.on <= $to) AND ($year IS NULL OR s.on.year = $year)
  AND ($issue IS NULL OR any(issue IN p.issues WHERE toLower(issue) = toLower($issue)))
WITH one, p, collect(DISTINCT type(s)) AS ways
MATCH (p)<-[o:SUPPORTS|OPPOSES|NEUTRAL_ON]-(other:Actor)
WHERE o.basis = 'voted' AND other <> one
WITH other, count(DISTINCT p) AS common, count(DISTINCT CASE WHEN type(o) IN ways THEN p END) AS identical,
     collect(DISTINCT o.dossier) AS dossiers
WHERE common >= $fewest
WITH other, common, identical, toFloat(identical) / common AS exact, dossiers
RETURN other.name AS voter, other.id AS voterId, other.iso2[0] AS code, common, identical, round(exact, 4) AS share,
       COLLECT {
         UNWIND dossiers AS dossier
         RETURN dossier ORDER BY dossier
       } AS dossiers
ORDER BY CASE $order WHEN 'least' THEN exact ELSE -exact END, code, voterId
