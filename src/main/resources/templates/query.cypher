// title: A few words for a list
// description: What the query answers, in a sentence.
// ask:
//   - what do we know of {target}
// parameters:
//   target: {type: entity, description: what the question is about, example: osh-base}
//   asOf: {type: date, description: the day to read the graph at, default: today}
// columns:
//   actor: who stands somewhere
//   stance: SUPPORTS, OPPOSES or NEUTRAL_ON
//   sources: what says so, as source#locator
MATCH (a:Actor)-[s:SUPPORTS|OPPOSES|NEUTRAL_ON]->(:Entity {id: $target})
WHERE s.validFrom <= $asOf < s.validTo
RETURN a.name AS actor, type(s) AS stance, s.sources AS sources
ORDER BY actor, stance, s.id
