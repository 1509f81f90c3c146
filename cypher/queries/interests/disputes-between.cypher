// title: What do they quarrel about?
// description: >-
//   Disputes to which an actor is a party on a day; where another actor is given, only those to which both are.
// ask:
//   - "what disputes (are [there]|strain relations|exist) between {entity} and {other} [(on|as of|by|in) {asOf}]"
//   - "[what are] disputes between {entity} and {other} [(on|as of|by|in) {asOf}]"
//   - "what disputes (divide|separate) {entity} and {other} [(on|as of|by|in) {asOf}]"
//   - "what do {entity} and {other} (quarrel|argue|fight) (about|over) [(on|as of|by|in) {asOf}]"
//   - "(which|what) disputes does {entity} have [with {other}] [(on|as of|by|in) {asOf}]"
//   - "what are {entity} (s disputes|disputes) [with {other}] [(on|as of|by|in) {asOf}]"
//   - "[what are] disputes of {entity} [(on|as of|by|in) {asOf}]"
// parameters:
//   entity: {type: entity, kinds: [Actor], description: one party, example: kyrgyzstan}
//   other: {type: entity, kinds: [Actor], description: 'the other party, anybody where none is given', required: false, example: uzbekistan}
//   asOf: {type: date, description: the day to read the graph at, default: today, example: 2009-07-31}
// columns:
//   dispute: what the quarrel is about
//   disputeId: the id of the dispute
//   parties: everybody that is a party to it
//   status: how it stands
//   summary: the dispute in a line
//   since: when the actor became a party, as exactly as it is known
//   confidence: the highest confidence of the sources
//   sources: what says so, as source#locator
MATCH (:Entity {id: $entity})-[own:PARTY_TO]->(d:Dispute)
WHERE own.validFrom <= $asOf < own.validTo
WITH DISTINCT d
MATCH (party:Actor)-[s:PARTY_TO]->(d)
WHERE s.validFrom <= $asOf < s.validTo
WITH d, party, s,
     CASE party.id WHEN $entity THEN nullIf(left(toString(s.validFrom), {day: 10, month: 7, year: 4, unknown: 0}[s.fromPrecision]), '') END AS since
ORDER BY s.validFrom, s.fromPrecision, s.id
WITH d, collect(party.id) AS partyIds, collect(s) AS sides, collect(since)[0] AS since, collect(s.confidence) AS confidences
WHERE $other IS NULL OR $other IN partyIds
RETURN d.name AS dispute, d.id AS disputeId,
       COLLECT {
         UNWIND sides AS side
         RETURN DISTINCT startNode(side).name AS party ORDER BY party
       } AS parties,
       d.status AS status, d.summary AS summary, since,
       [word IN ['high', 'moderate', 'low'] WHERE word IN confidences][0] AS confidence,
       COLLECT {
         UNWIND sides AS one UNWIND one.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY dispute, disputeId
