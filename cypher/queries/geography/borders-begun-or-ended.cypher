// title: Which borders began or ended?
// description: >-
//   Pairs of states of which a border began or ended in a period, with the day. A border that ends and begins again at
//   once, or of which another dossier tells over that day with a beginning of its own, did neither; a data set that knows
//   one moment only, as world-countries does, has all its borders begin there.
// ask:
//   - "(which|what|how many) [land] borders ((began|begun|appeared|arose|were (drawn|created)) {change=begun}|(ended|disappeared|ceased|vanished) {change=ended}) in {year} [(according to|in dossier) {dossier}]"
//   - "(which|what|how many) [land] borders ((began|begun|appeared|arose|were (drawn|created)) {change=begun}|(ended|disappeared|ceased|vanished) {change=ended}) (between|from) {from} (and|to|until) {to} [(according to|in dossier) {dossier}]"
//   - "(which|what|how many) [land] borders of {state} ((began|begun|appeared|arose|were (drawn|created)) {change=begun}|(ended|disappeared|ceased|vanished) {change=ended}) [in {year}] [(according to|in dossier) {dossier}]"
//   - "[(which|what are|list)] new [land] borders {change=begun} [of {state}] in {year} [(according to|in dossier) {dossier}]"
//   - "(which|what|how many) [land] borders (changed|began or ended|appeared or disappeared) in {year} [(according to|in dossier) {dossier}]"
//   - "(changes|change) of [land] borders in {year} [(according to|in dossier) {dossier}]"
// parameters:
//   year: {type: integer, description: 'the calendar year that counts, every year where none is given', required: false, example: 1991}
//   from: {type: date, period: first day, description: 'the first day that counts, from the start where none is given', required: false, example: 1991-01-01}
//   to: {type: date, description: 'the last day that counts, to the end where none is given', required: false, example: 1991-12-31}
//   change: {type: enum, values: [begun, ended], description: 'whether they began or ended, both where none is given', required: false, example: begun}
//   state: {type: entity, kinds: [State], description: 'whose borders, those of every state where none is given', required: false, example: kyrgyzstan}
//   dossier: {type: dossier, description: 'count borders of this dossier only, such as cow-contiguity, which knows 1816 to 2016, of every dossier where none is given', required: false, example: cow-contiguity}
// columns:
//   change: begun or ended
//   day: the first day of the border, or the last, as exactly as it is known
//   one: the one side
//   oneId: the id of the one side
//   other: the other side
//   otherId: the id of the other side
//   dossiers: which dossiers say so
//   sources: what says so, as source#locator
MATCH (one:State)-[s:BORDERS]->(other:State)
WHERE ($dossier IS NULL OR s.dossier = $dossier) AND ($state IS NULL OR one.id = $state OR other.id = $state)
UNWIND ['begun', 'ended'] AS change
WITH one, other, s, change,
     CASE change WHEN 'begun' THEN s.fromPrecision ELSE s.toPrecision END AS precision,
     CASE change WHEN 'begun' THEN s.validFrom ELSE s.validTo - duration({days: 1}) END AS date
WHERE precision <> 'unknown' AND ($change IS NULL OR change = $change)
  AND ($from IS NULL OR date >= $from) AND ($to IS NULL OR date <= $to) AND ($year IS NULL OR date.year = $year)
  AND NOT EXISTS {
    MATCH (one)-[o:BORDERS]->(other)
    WHERE o <> s AND ($dossier IS NULL OR o.dossier = $dossier) AND o.fromPrecision <> 'unknown'
      AND CASE change WHEN 'begun' THEN o.validFrom < s.validFrom <= o.validTo ELSE o.validFrom <= s.validTo < o.validTo END
  }
WITH one, other, change, s, left(toString(date), {day: 10, month: 7, year: 4}[precision]) AS day ORDER BY s.id
WITH one, other, change, day, collect(s) AS borders
RETURN change, day, one.name AS one, one.id AS oneId, other.name AS other, other.id AS otherId,
       COLLECT {
         UNWIND borders AS border
         RETURN DISTINCT border.dossier AS dossier ORDER BY dossier
       } AS dossiers,
       COLLECT {
         UNWIND borders AS border UNWIND border.sources AS source
         RETURN DISTINCT source
         ORDER BY split(source, '#')[0], toIntegerOrNull(split(source, '#')[1]), source
       } AS sources
ORDER BY day, change, one, oneId, other, otherId
