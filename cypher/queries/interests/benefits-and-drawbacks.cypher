// title: What would it bring, and what would it cost?
// description: >-
//   Considerations that speak for or against an entity on a day, and whose benefit or drawback each is; those of
//   one actor only, where it is named.
// ask:
//   - "what would {target} bring {actor} and what would it cost [(on|as of|by|in) {asOf}]"
//   - "what would {target} mean for {actor} [(on|as of|by|in) {asOf}]"
//   - "what (would|does) {target} bring {effect=benefit} {actor} [(on|as of|by|in) {asOf}]"
//   - "what (would|does) {target} cost {effect=drawback} {actor} [(on|as of|by|in) {asOf}]"
//   - "[(what are|list)] (benefits and drawbacks|pros and cons|advantages and disadvantages|benefits and risks) of {target} [for {actor}] [(on|as of|by|in) {asOf}]"
//   - "[(what are|list)] (benefits|advantages|pros) {effect=benefit} of {target} [for {actor}] [(on|as of|by|in) {asOf}]"
//   - "[(what are|list)] (drawbacks|disadvantages|risks|costs|cons) {effect=drawback} of {target} [for {actor}] [(on|as of|by|in) {asOf}]"
//   - "what speaks (for and against|for or against) {target} [(on|as of|by|in) {asOf}]"
//   - "what speaks for {effect=benefit} {target} [(on|as of|by|in) {asOf}]"
//   - "what speaks against {effect=drawback} {target} [(on|as of|by|in) {asOf}]"
//   - "what does {actor} gain {effect=benefit} (from|by) {target} [(on|as of|by|in) {asOf}]"
//   - "what does {actor} (lose|risk) {effect=drawback} (from|by|with) {target} [(on|as of|by|in) {asOf}]"
// parameters:
//   target: {type: entity, description: what the considerations are about, example: osh-base}
//   actor: {type: entity, kinds: [Actor], description: 'whose benefit or drawback, that of anybody where none is given', required: false, example: kyrgyzstan}
//   effect: {type: enum, values: [benefit, drawback], description: 'which of the two, both where none is given', required: false, example: benefit}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
// columns:
//   effect: benefit or drawback
//   consideration: what speaks for or against it
//   considerationId: the id of the consideration
//   actors: whose benefit or drawback it is
//   summary: the consideration in a line
//   since: when it began to hold, as exactly as it is known
//   confidence: the highest confidence of the sources
//   sources: what says so, as source#locator
MATCH (c:Consideration)-[s:ABOUT]->(:Entity {id: $target})
WHERE s.validFrom <= $asOf < s.validTo AND ($effect IS NULL OR c.effect = $effect)
WITH c, s,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH c, collect(s) AS abouts, collect(since)[0] AS since,
     COLLECT {
       MATCH (c)-[effect:FOR]->(a:Actor)
       WHERE effect.validFrom <= $asOf < effect.validTo AND ($actor IS NULL OR a.id = $actor)
       RETURN effect ORDER BY effect.id
     } AS effects
WHERE $actor IS NULL OR size(effects) > 0
RETURN c.effect AS effect, c.name AS consideration, c.id AS considerationId,
       COLLECT {
         UNWIND effects AS one
         RETURN DISTINCT endNode(one).name AS actor ORDER BY actor
       } AS actors,
       c.summary AS summary, since,
       [word IN ['high', 'moderate', 'low'] WHERE any(one IN abouts WHERE one.confidence = word)][0] AS confidence,
       COLLECT {
         UNWIND abouts + effects AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY effect, consideration, considerationId
