// title: Where do two actors agree or differ?
// description: >-
//   Everything on which two actors both take a stance on a day, with the stance of each and whether the two are
//   the same.
// ask:
//   - "where do {entity} and {other} stand [(on|as of|by|in) {asOf}]"
//   - "where do {entity} and {other} (differ|disagree) {same=false} [(on|as of|by|in) {asOf}]"
//   - "where do {entity} and {other} agree {same=true} [(on|as of|by|in) {asOf}]"
//   - "what do {entity} and {other} (differ|disagree) (on|about|over) {same=false} [(on|as of|by|in) {asOf}]"
//   - "what do {entity} and {other} agree (on|about) {same=true} [(on|as of|by|in) {asOf}]"
//   - "on what do {entity} and {other} ((differ|disagree) {same=false}|agree {same=true}) [(on|as of|by|in) {asOf}]"
//   - "compare [stances of] {entity} (and|with|to) {other} [(on|as of|by|in) {asOf}]"
//   - "[what are] (differences|disagreements) (of|between) {entity} and {other} {same=false} [(on|as of|by|in) {asOf}]"
//   - "[what is] common ground (of|between) {entity} and {other} {same=true} [(on|as of|by|in) {asOf}]"
// parameters:
//   entity: {type: entity, kinds: [Actor], description: one actor, example: russia}
//   other: {type: entity, kinds: [Actor], description: the other actor, example: uzbekistan}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
//   same: {type: boolean, description: 'true for that on which both do the same, false for the rest, all where none is given', required: false, example: false}
// columns:
//   subject: what both take a stance on
//   subjectId: the id of the subject
//   stance: what the one does
//   otherStance: what the other does
//   same: whether the two do the same
//   since: when both stances held for the first time, as exactly as it is known
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (one:Entity {id: $entity})-[s:SUPPORTS|OPPOSES|NEUTRAL_ON]->(t:Entity)<-[o:SUPPORTS|OPPOSES|NEUTRAL_ON]-(other:Entity {id: $other})
WHERE s.validFrom <= $asOf < s.validTo AND o.validFrom <= $asOf < o.validTo
WITH t, s, o,
     CASE type(s) WHEN 'SUPPORTS' THEN 'backs' WHEN 'OPPOSES' THEN 'opposes' ELSE 'takes no side' END AS stance,
     CASE type(o) WHEN 'SUPPORTS' THEN 'backs' WHEN 'OPPOSES' THEN 'opposes' ELSE 'takes no side' END AS otherStance,
     CASE WHEN s.validFrom >= o.validFrom THEN s ELSE o END AS later
ORDER BY later.validFrom, later.fromPrecision, s.id, o.id
WITH t, stance, otherStance, collect(s) + collect(o) AS stances, collect(later)[0] AS first
WHERE $same IS NULL OR $same = (stance = otherStance)
RETURN t.name AS subject, t.id AS subjectId, stance, otherStance, stance = otherStance AS same,
       nullIf(left(toString(first.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[first.fromPrecision]), '') AS since,
       COLLECT {
         UNWIND stances AS one
         RETURN DISTINCT one.summary AS line ORDER BY line
       } AS words,
       COLLECT {
         UNWIND stances AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY subject, subjectId, stance, otherStance
