// title: How often do two vote alike?
// description: >-
//   Roll calls in which two actors both voted, how many of them both voted the same way (yes, no or abstention), and
//   the share of these. A roll call in which one of the two did not vote does not count.
// ask:
//   - "how [often] (did|do|does|have) {first} and {second} (vote|voted) (together|alike|identically|same way) [on {issue}] [in {year}]"
//   - "how [often] (did|do|does|have) {first} and {second} (vote|voted) (together|alike|identically|same way) (between|from) {from} (and|to|until) {to}"
//   - "how [often] (did|do|does|have) {first} and {second} (vote|voted) (together|alike|identically|same way) since {from}"
//   - "how [often] (does|did) {first} (vote|agree) with {second} [in {year}]"
//   - "(how often|how much) (did|do|does|have) {first} and {second} (agree|agreed) [in votes] [in {year}]"
//   - "[voting] agreement (between|of) {first} (and|with) {second} [in {year}]"
//   - "[voting] agreement (between|of) {first} (and|with) {second} (between|from) {from} (and|to|until) {to}"
// parameters:
//   first: {type: entity, kinds: [Actor], description: one voter, example: kyrgyzstan}
//   second: {type: entity, kinds: [Actor], description: the other voter, example: russia}
//   from: {type: date, period: first day, description: 'the first day that counts, from the start where none is given', required: false, example: 2009-01-01}
//   to: {type: date, description: 'the last day that counts, to the end where none is given', required: false, example: 2009-12-31}
//   year: {type: integer, description: 'the calendar year that counts, every year where none is given', required: false, example: 2009}
//   issue: {type: string, of: Proposal.issues, description: 'roll calls on this issue only, such as Human rights, on any where none is given', required: false, example: Human rights}
// columns:
//   first: one voter
//   second: the other voter
//   common: roll calls in which both voted
//   identical: those in which both voted the same way
//   share: the identical of the common, from 0 to 1, or null where none are common
//   opposed: those in which one voted yes and the other no
//   earliest: the day of the first common roll call
//   latest: the day of the last
//   dossiers: which dossiers record the votes
MATCH (one:Entity {id: $first}), (other:Entity {id: $second})
CALL (one, other) {
  MATCH (one)-[s:SUPPORTS|OPPOSES|NEUTRAL_ON]->(p:Proposal)<-[o:SUPPORTS|OPPOSES|NEUTRAL_ON]-(other)
  USING JOIN ON p
  WHERE s.basis = 'voted' AND o.basis = 'voted'
    AND ($from IS NULL OR s.on >= $from) AND ($to IS NULL OR s.on <= $to) AND ($year IS NULL OR s.on.year = $year)
    AND ($issue IS NULL OR any(issue IN p.issues WHERE toLower(issue) = toLower($issue)))
  RETURN count(DISTINCT p) AS common,
         count(DISTINCT CASE type(s) WHEN type(o) THEN p END) AS identical,
         count(DISTINCT CASE WHEN s:SUPPORTS AND o:OPPOSES OR s:OPPOSES AND o:SUPPORTS THEN p END) AS opposed,
         min(s.on) AS earliest, max(s.on) AS latest, collect(DISTINCT s.dossier) + collect(DISTINCT o.dossier) AS dossiers
}
RETURN one.name AS first, other.name AS second, common, identical,
       CASE WHEN common > 0 THEN round(toFloat(identical) / common, 4) END AS share,
       opposed, earliest, latest,
       COLLECT {
         UNWIND dossiers AS dossier
         RETURN DISTINCT dossier ORDER BY dossier
       } AS dossiers
ORDER BY first, second
