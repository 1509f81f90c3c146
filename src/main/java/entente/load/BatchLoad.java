package entente.load;

import entente.graph.Graph;
import entente.graph.Statement;
import entente.load.Dossier.Reference;
import entente.load.document.Place;
import entente.model.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One load of one dossier whose facts are too many for a transaction: all is checked first, then written in batches.
 */
final class BatchLoad implements AutoCloseable {
    private static final String STILL_USED = """
            UNWIND $ids AS id
            MATCH (e:Entity {id: id})
            WHERE NOT EXISTS { MATCH (d:Dossier)-[:ASSERTS]->(e) WHERE d.id <> $dossier }
            WITH e, COLLECT {
              MATCH (e)-[r]-(:Entity) WHERE r.dossier <> $dossier RETURN DISTINCT r.dossier AS user
              UNION MATCH (d:Dossier)-[:REFERS_TO]->(e) WHERE d.id <> $dossier RETURN d.id AS user } AS users
            WHERE size(users) > 0
            RETURN e.id, users
            ORDER BY e.id""";

    /** As many as keep a database busy. */
    private static final int WRITERS = 2;

    private final Graph graph;
    private final Dossier head;
    private final FactIndex index = new FactIndex();
    private final FactSpool entities = new FactSpool();
    private final FactSpool relationships = new FactSpool();
    private final BatchLedger ledger;
    private final BatchedReplacement replacement;
    private final Examination examination;
    private final LeavingFacts leaving = new LeavingFacts();
    private Tally sources = Tally.NONE;
    private List<JoinReport> joins = List.of();

    BatchLoad(Graph graph, Vocabulary vocabulary, Dossier head, Rejects rejects) {
        this.graph = graph;
        this.head = head;
        this.ledger = new BatchLedger(graph, head.id());
        this.replacement = new BatchedReplacement(vocabulary, head, ledger);
        this.examination = new Examination(graph, vocabulary, head, index, entities, relationships, rejects);
    }

    /**
     * Checks everything and writes nothing.
     *
     * @throws InvalidInputException with what is wrong, if anything is
     */
    void examine(FactFeed feed) {
        ledger.readFirst(index::remember);
        examination.examine(feed);
        joins = feed.joins();
        FactRows rows = new FactRows(head);
        head.sources().forEach(source -> {
            String hash = ContentHash.brief(rows.of(source));
            sources = sources.plus(Tally.of(index.note(Manifest.key(Assertions.SOURCES, source.id()), hash, 1)));
        });
        refuseIfStillUsed(head.place());
    }

    /** Takes the dossier, and writes the entities, which relationships of others may wait for. */
    void writeEntities(LoadProgress progress) {
        ledger.begin(head.properties());
        replacement.writeSources();
        entities.read(batch -> write(batch, progress));
    }

    private void write(Batch batch, LoadProgress progress) {
        replacement.write(batch);
        progress.more(batch.facts().size());
    }

    /** Another dossier may take an id that this one gives up, so what leaves goes before anything comes. */
    void removeRelationships() {
        leaving.read(Manifest::isType, replacement::remove);
    }

    void writeRelationships(LoadProgress progress) {
        try (Workers writers = new Workers(WRITERS, "writer")) {
            relationships.read(batch -> writers.run(() -> write(batch, progress)));
            writers.finish();
        }
    }

    /** Removes the entities that the dossier asserts no longer, and puts down what it is now. */
    void finish(String checksum) {
        removeNodes();
        if (ledger.isOvergrown(
                examination.entities().total() + examination.relationships().total())) {
            new ManifestCompaction(ledger).run();
        }
        ledger.close(
                head,
                checksum,
                examination.entities().total(),
                examination.relationships().total(),
                refers());
    }

    /** Removes all that the dossier asserts, and the dossier; nothing may have been examined. */
    LoadReport remove() {
        ledger.readFirst(index::remember);
        refuseIfStillUsed(null);
        LoadReport report = changes();
        ledger.begin(Map.of());
        removeRelationships();
        removeNodes();
        ledger.remove();
        return report;
    }

    private Collection<String> refers() {
        return head.refers().isEmpty()
                ? examination.used()
                : head.refers().stream().map(Reference::id).toList();
    }

    private void removeNodes() {
        leaving.read(Assertions.ENTITIES::equals, replacement::remove);
        leaving.read(Assertions.SOURCES::equals, replacement::remove);
    }

    private void refuseIfStillUsed(@Nullable Place place) {
        leaving.find(ledger, index);
        if (leaving.entities().isEmpty()) {
            return;
        }
        List<Problem> problems = graph.readAll(
                new Statement("still-used", STILL_USED, Map.of("ids", leaving.entities(), "dossier", head.id())),
                rows -> {
                    List<Problem> used = new ArrayList<>();
                    rows.forEachRemaining(row -> used.add(ShownEntities.stillUsed(row, place)));
                    return used;
                });
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    /** What the graph holds of the dossier so far. */
    Manifest before() {
        return ledger.all();
    }

    /** What writing will do, or has done; to be asked after {@link #examine}. */
    TableReport report() {
        long entitiesLeft = leaving.entities().size();
        return new TableReport(
                head.id(),
                false,
                examination.rowReports(),
                joins,
                examination.entities().plus(new Tally(0, 0, entitiesLeft, 0)),
                examination.relationships().plus(new Tally(0, 0, leaving.relationships(), 0)));
    }

    /** The same of a dossier, counted and not listed. */
    LoadReport changes() {
        TableReport report = report();
        return new LoadReport(
                head.id(),
                false,
                Changes.counted(report.entities()),
                Changes.counted(report.relationships()),
                Changes.counted(sources.plus(new Tally(0, 0, leaving.sources(), 0))));
    }

    @Override
    public void close() {
        entities.close();
        relationships.close();
        leaving.close();
    }
}
