// title: What did it sign?
// description: >-
//   Agreements that an actor signed, at any time, in one year, or such as bind it on a day.
// ask:
//   - "what did {actor} sign [in {year}]"
//   - "(which|what|how many) (agreements|treaties|pacts) did {actor} sign [in {year}]"
//   - "(which|what|how many) (agreements|treaties|pacts) has {actor} signed [in {year}]"
//   - "(which|what|how many) (agreements|treaties|pacts) (bind|bound) {asOf=today} {actor} [(on|as of|by|in) {asOf}]"
//   - "[(what are|list)] (agreements|treaties|signatures) of {actor} [(on|as of|by|in) {asOf}]"
// parameters:
//   actor: {type: entity, kinds: [Actor], description: the signatory, example: kyrgyzstan}
//   year: {type: integer, description: 'the calendar year in which it signed, any where none is given', required: false, example: 2009}
//   asOf: {type: date, description: 'the day on which its signature stands, any where none is given', required: false, example: 2009-07-31}
// columns:
//   agreement: what it signed
//   agreementId: the id of the agreement
//   category: what the agreement is, such as an alliance
//   since: when its signature began to bind it, as exactly as it is known
//   until: when that ended, as exactly as it is known
//   confidence: the highest confidence of the sources
//   basis: what it rests on
//   saidBy: whose words they are, where somebody is quoted
//   words: each source in a line
//   sources: what says so, as source#locator
MATCH (:Entity {id: $actor})-[s:SIGNED]->(t:Agreement)
WHERE ($asOf IS NULL OR s.validFrom <= $asOf < s.validTo)
  AND ($year IS NULL OR coalesce(s.onPrecision, s.fromPrecision) <> 'unknown' AND coalesce(s.on, s.validFrom).year = $year)
OPTIONAL MATCH (speaker:Entity {id: s.statedBy})
WITH t, s, speaker,
     nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') AS since,
     nullIf(left(toString(s.validTo - duration({days: 1})), {day: 10, month: 7, year: 4, unknown: 0}[s.toPrecision]), '') AS until
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH t, collect(s) AS signatures, collect(since)[0] AS since,
     CASE WHEN count(until) = count(*) THEN max(until) END AS until, collect(s.confidence) AS confidences,
     collect(DISTINCT s.basis) AS basis, collect(DISTINCT speaker.name) AS saidBy, collect(DISTINCT s.summary) AS words
RETURN t.name AS agreement, t.id AS agreementId, t.category AS category, since, until,
       [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       basis, saidBy, words,
       COLLECT {
         UNWIND signatures AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY since, agreement, agreementId
