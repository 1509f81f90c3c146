package entente.load;

import entente.graph.Graph;
import entente.graph.Statement;
import entente.load.Batch.Loose;
import entente.load.Dossier.EntityFact;
import entente.load.Dossier.RelationshipFact;
import entente.load.FactFeed.Part;
import entente.load.FactFeed.Row;
import entente.load.FactIndex.Standing;
import entente.load.SaidOfEnds.Said;
import entente.load.document.Place;
import entente.model.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Checks a whole feed before anything of it is written, and finds what the graph does not hold yet. That is kept in
 * {@link FactSpool}s; of the rest only hashes are held.
 */
final class Examination {
    /** Rows that are checked together, so that the graph is asked about unknown ids seldom. */
    private static final int ROWS = 5_000;
    /** Fewer rows wait together where they are long, in characters. */
    private static final long CHARACTERS = 4_000_000;

    private final Graph graph;
    private final Dossier head;
    private final FactIndex index;
    private final FactSpool entities;
    private final FactSpool relationships;
    private final Rejects rejects;
    private final List<Problem> ofRow = new ArrayList<>();
    private final DossierChecks checks;
    private final CitationChecks citations;
    private final FactRows rows;
    private final ContentHash hashes = new ContentHash();
    private final SaidOfEnds saidOfEnds;
    private final Map<String, List<Loose>> fresh = new LinkedHashMap<>();
    private final Map<String, RowCounts> counts = new LinkedHashMap<>();
    private final Set<String> described = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    /** The dossiers that have a relationship already whose id is given to one of the rows that are checked. */
    private final Map<String, String> taken = new HashMap<>();

    private long charactersWaiting;
    /** Of the rows since facts were spooled last. */
    private long charactersFresh;

    private Tally ofEntities = Tally.NONE;
    private Tally ofRelationships = Tally.NONE;

    /** @param index holds what the dossier asserts so far */
    Examination(
            Graph graph,
            Vocabulary vocabulary,
            Dossier head,
            FactIndex index,
            FactSpool entities,
            FactSpool relationships,
            Rejects rejects) {
        this.graph = graph;
        this.head = head;
        this.index = index;
        this.entities = entities;
        this.relationships = relationships;
        this.rejects = rejects;
        this.checks = new DossierChecks(vocabulary, Map.of(), () -> KnownEntities.idsToPropose(graph), ofRow);
        this.citations = new CitationChecks(head, ofRow);
        this.rows = new FactRows(head);
        this.saidOfEnds = new SaidOfEnds(rows, hashes);
    }

    /** Reads the feed to its end. What is wrong goes to the rejects, which may put an end to it. */
    void examine(FactFeed feed) {
        for (Part part : Part.values()) {
            try (Workers checker = new Workers(1, "checker")) {
                examine(feed, part, checker);
            }
            List.copyOf(fresh.keySet()).forEach(this::spool);
        }
    }

    /** What is read is checked while the next is read. */
    private void examine(FactFeed feed, Part part, Workers checker) {
        List<Row> waiting = new ArrayList<>(ROWS);
        try {
            feed.read(part, row -> {
                waiting.add(row);
                charactersWaiting += characters(row);
                if (waiting.size() == ROWS || charactersWaiting > CHARACTERS) {
                    List<Row> together = List.copyOf(waiting);
                    waiting.clear();
                    charactersWaiting = 0;
                    checker.run(() -> check(together, feed.isChecked()));
                }
            });
        } catch (InvalidInputException unreadable) {
            checker.finish(); // what was wrong before is told first
            throw unreadable;
        }
        checker.run(() -> check(waiting, feed.isChecked()));
        checker.finish();
    }

    private static long characters(Row row) {
        long characters = 0;
        for (String cell : row.cells()) {
            characters += cell.length();
        }
        return characters;
    }

    /** What became of the rows, a report for each table. */
    List<RowReport> rowReports() {
        return counts.values().stream().map(RowCounts::report).toList();
    }

    /** How many entities are created, changed and left as they are. */
    Tally entities() {
        return ofEntities;
    }

    /** How many relationships are created, changed and left as they are. */
    Tally relationships() {
        return ofRelationships;
    }

    /** The entities of other dossiers that the facts use. */
    Set<String> used() {
        return used;
    }

    private void check(List<Row> together, boolean already) {
        if (!already) {
            getToKnow(together);
            lookForTaken(together);
        }
        together.forEach(row -> check(row, already));
    }

    private void getToKnow(List<Row> together) {
        Set<String> unknown = new TreeSet<>();
        for (Row row : together) {
            row.entities().forEach(fact -> askAbout(fact.id(), unknown));
            row.relationships().forEach(fact -> forEachEnd(fact, id -> askAbout(id, unknown)));
        }
        if (!unknown.isEmpty()) {
            checks.know(KnownEntities.read(graph, unknown).besides(Set.of(head.id())));
        }
    }

    private void lookForTaken(List<Row> together) {
        Map<String, Set<String>> given = new TreeMap<>();
        for (Row row : together) {
            row.relationships().stream()
                    .filter(RelationshipFact::hasGivenId)
                    .forEach(fact -> given.computeIfAbsent(fact.type().name(), type -> new TreeSet<>())
                            .add(fact.id()));
        }
        taken.clear();
        given.forEach((type, ids) -> graph.readAll(
                new Statement(
                        "taken-ids",
                        WrittenRelationships.TAKEN_IDS.formatted(type),
                        Map.of("ids", List.copyOf(ids), "dossier", head.id())),
                rows -> {
                    rows.forEachRemaining(row ->
                            taken.put(Manifest.key(type, String.valueOf(row.get(0))), String.valueOf(row.get(1))));
                    return true;
                }));
    }

    private void refuseTaken(RelationshipFact fact) {
        String type = fact.type().name();
        String dossier = taken.get(Manifest.key(type, fact.id()));
        if (dossier != null && fact.hasGivenId()) {
            ofRow.add(WrittenRelationships.taken(fact.place(), type, fact.id(), dossier));
        }
    }

    private void askAbout(String id, Set<String> unknown) {
        if (asked.add(id)) {
            unknown.add(id);
        }
    }

    private static void forEachEnd(RelationshipFact fact, Consumer<String> action) {
        action.accept(fact.from().id());
        action.accept(fact.to().id());
        fact.others().forEach(other -> action.accept(other.id()));
    }

    private void check(Row row, boolean already) {
        RowCounts ofTable = counts.computeIfAbsent(
                row.table(), table -> new RowCounts(table, row.place().file()));
        ofTable.read(row.place());
        if (ofTable.isRejected(row.place())) {
            return;
        }
        if (row.leftOut()) {
            ofTable.leftOut(row.place());
            return;
        }
        ofTable.taken(row.place());
        ofRow.clear();
        ofRow.addAll(row.faults());
        List<String> first = new ArrayList<>();
        if (!row.isRefused() && !already) {
            row.relationships().forEach(this::refuseTaken);
            row.entities().stream().filter(checks::checkKind).forEach(fact -> first.add(fact.id()));
            row.relationships().forEach(fact -> checks.check(fact, checks.known(), citations));
        }
        if (!row.isRefused() && ofRow.isEmpty()) {
            note(row, ofTable);
        }
        if (row.isRefused() || !ofRow.isEmpty()) {
            first.forEach(checks::forget); // nothing of the row is taken up
            row.entities().forEach(checks::reject);
            ofTable.rejected(row.place());
            rejects.add(row, List.copyOf(ofRow), ofTable.isNoted(row.place()));
        }
    }

    private void note(Row row, RowCounts ofTable) {
        if (row.entities().size() + row.relationships().size() > 1 && contradictsEarlier(row)) {
            return;
        }
        charactersFresh += characters(row);
        if (charactersFresh > CHARACTERS) {
            List.copyOf(fresh.keySet()).forEach(this::spool);
            charactersFresh = 0;
        }
        if (note(row)) {
            ofTable.written(row.place());
        }
        boolean saysSomething =
                !row.entities().isEmpty() || !row.relationships().isEmpty();
        if (saysSomething && ofRow.isEmpty()) {
            ofTable.noted(row.place());
        }
    }

    /** Looks at all that a row says before any of it is noted: it is taken up as a whole or not at all. */
    private boolean contradictsEarlier(Row row) {
        Map<String, String> ofThisRow = new HashMap<>();
        for (EntityFact fact : row.entities()) {
            String key = Manifest.key(Assertions.ENTITIES, fact.id());
            if (isContradicted(key, hashes.briefly(rows.of(fact)), ofThisRow)) {
                contradicts(fact);
            }
        }
        for (RelationshipFact fact : row.relationships()) {
            String key = Manifest.key(fact.type().name(), fact.id());
            if (isContradicted(key, hash(fact, saidOfEnds.of(fact)), ofThisRow)) {
                contradicts(fact);
            }
        }
        return !ofRow.isEmpty();
    }

    private boolean isContradicted(String key, String hash, Map<String, String> ofThisRow) {
        String other = ofThisRow.putIfAbsent(key, hash);
        return (other != null && !other.equals(hash)) || index.isContradicted(key, hash);
    }

    private String hash(RelationshipFact fact, Said said) {
        return hashes.briefly(fact.id(), fact.from().id(), fact.to().id(), said.encoded());
    }

    /** Returns whether the graph lacks something that the row says. */
    private boolean note(Row row) {
        boolean written = false;
        for (EntityFact fact : row.entities()) {
            described.add(fact.id());
            written |= note(fact);
        }
        for (RelationshipFact fact : row.relationships()) {
            forEachEnd(fact, this::use);
            written |= note(fact);
        }
        return written;
    }

    @SuppressWarnings("unchecked")
    private boolean note(EntityFact fact) {
        Map<String, Object> row = rows.of(fact);
        String hash = hashes.briefly(row);
        Standing standing = index.note(
                Manifest.key(Assertions.ENTITIES, fact.id()), hash, fact.place().line());
        ofEntities = ofEntities.plus(Tally.of(standing));
        if (standing == Standing.CONTRADICTED) {
            contradicts(fact);
        }
        Map<String, Object> properties = (Map<String, Object>) Objects.requireNonNull(row.get("properties"));
        boolean changed = standing == Standing.CHANGED;
        return keep(Assertions.ENTITIES, standing, new Loose(fact.id(), null, null, changed, hash, properties));
    }

    private boolean note(RelationshipFact fact) {
        Said said = saidOfEnds.of(fact);
        String type = fact.type().name();
        String from = fact.from().id();
        String to = fact.to().id();
        String hash = hash(fact, said);
        Standing standing =
                index.note(Manifest.key(type, fact.id()), hash, fact.place().line());
        ofRelationships = ofRelationships.plus(Tally.of(standing));
        if (standing == Standing.CONTRADICTED) {
            contradicts(fact);
        }
        boolean changed = standing == Standing.CHANGED;
        return keep(type, standing, new Loose(fact.id(), from, to, changed, hash, said.properties()));
    }

    private void use(String id) {
        if (!described.contains(id)) {
            used.add(id);
        }
    }

    private void contradicts(EntityFact fact) {
        ofRow.add(new Problem(
                fact.place(),
                where(Manifest.key(Assertions.ENTITIES, fact.id()), fact.place())
                        + " says something else of the entity \"" + fact.id() + "\" already"));
    }

    private void contradicts(RelationshipFact fact) {
        ofRow.add(new Problem(
                fact.place(),
                fact.type().name() + " from \"" + fact.from().id() + "\" to \""
                        + fact.to().id() + "\" with this start stands at "
                        + where(Manifest.key(fact.type().name(), fact.id()), fact.place())
                        + " already, and says something else; a key tells such facts apart"));
    }

    /** Where a fact stood first; in the row itself, if that says two things of it. */
    private String where(String key, Place here) {
        int noted = index.lineOf(key);
        return "line " + (noted > 0 ? noted : here.line()) + (counts.size() > 1 ? " of one of the tables" : "");
    }

    /** Keeps a fact that is to be written; returns whether it is. */
    private boolean keep(String section, Standing standing, Loose fact) {
        if (standing != Standing.CREATED && standing != Standing.CHANGED) {
            return false;
        }
        List<Loose> facts = fresh.computeIfAbsent(section, key -> new ArrayList<>());
        facts.add(fact);
        if (facts.size() == Batch.MOST) {
            spool(section);
        }
        return true;
    }

    private void spool(String section) {
        List<Loose> facts = fresh.remove(section);
        if (facts != null) {
            (Manifest.isType(section) ? relationships : entities).write(Batch.of(section, facts));
        }
    }
}
