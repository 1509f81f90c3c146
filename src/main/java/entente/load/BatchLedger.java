package entente.load;

import entente.graph.Graph;
import entente.graph.Statement;
import entente.graph.Writing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The account of one dossier that is written in many transactions. Each of them leaves a manifest of what it wrote, so
 * that whoever finds the work undone knows exactly what the graph holds. Whoever begins to load a dossier takes it from
 * whoever was at it before.
 */
final class BatchLedger {
    private static final String BEGIN = """
            MERGE (d:Dossier {id: $dossier})
            SET d += $properties, d.loading = $turn
            REMOVE d.checksum
            WITH d
            OPTIONAL MATCH (d)-[:LISTS]->(m:Manifest)
            RETURN max(m.key), toString(d.loadedAt)""";
    private static final String STATE = """
            MATCH (d:Dossier {id: $dossier})
            OPTIONAL MATCH (d)-[:LISTS]->(m:Manifest)
            RETURN max(m.key), toString(d.loadedAt)""";
    private static final String IS_DONE =
            "MATCH (d:Dossier {id: $dossier, loading: $turn})-[:LISTS]->(m:Manifest {key: $key}) RETURN m.key";
    /** Writing to the dossier first waits for whoever else writes to it. */
    private static final String DONE = """
            MATCH (d:Dossier {id: $dossier})
            SET d.loading = d.loading
            WITH d WHERE d.loading = $turn
            CREATE (d)-[:LISTS]->(:Manifest {key: $key, content: $manifest})
            RETURN d.id""";

    /** Whether the dossier is still this load's, or was put down already by an earlier try whose answer was lost. */
    private static final String IS_MINE = """
            MATCH (d:Dossier {id: $dossier})
            SET d.loading = d.loading
            WITH d WHERE d.loading = $turn OR d.checksum = $checksum
            RETURN d.id""";

    private static final String IS_THERE = """
            MATCH (d:Dossier {id: $dossier})
            SET d.loading = d.loading
            RETURN d.loading = $turn""";

    private static final String UNITE = """
            MATCH (d:Dossier {id: $dossier})
            SET d.loading = d.loading
            WITH d WHERE d.loading = $turn
            MATCH (d)-[:LISTS]->(last:Manifest {key: $last})
            SET last.content = $manifest
            WITH d
            CALL (d) { MATCH (d)-[:LISTS]->(m:Manifest) WHERE m.key IN $others DETACH DELETE m }
            RETURN d.id""";

    private static final String KEYS =
            "MATCH (:Dossier {id: $dossier})-[:LISTS]->(m:Manifest) RETURN m.key ORDER BY m.key";
    private static final String CONTENT = "MATCH (m:Manifest {key: $key}) RETURN m.content";

    /** Small ones of a few loads may stand beside the full ones. */
    private static final int SPARE_MANIFESTS = 20;

    private static final List<@Nullable Object> NEVER_LOADED = Arrays.asList(null, null);

    private final Graph graph;
    private final String dossier;
    private final String turn = UUID.randomUUID().toString();
    private final AtomicInteger last = new AtomicInteger();
    /** The last manifest and the time of the last load, before the manifests were read. */
    private List<@Nullable Object> state = NEVER_LOADED;
    /** How many entries and manifests there are, as far as this load has read and written them. */
    private final AtomicLong entries = new AtomicLong();

    private final AtomicInteger manifests = new AtomicInteger();

    BatchLedger(Graph graph, String dossier) {
        this.graph = graph;
        this.dossier = dossier;
    }

    /** Hands over all that the dossier asserts so far, for the comparison with which it is going to be written. */
    void readFirst(BiConsumer<String, String> reader) {
        state = graph.readAll(
                new Statement("dossier-state", STATE, Map.of("dossier", dossier)),
                rows -> rows.hasNext() ? rows.next() : NEVER_LOADED);
        List<String> keys = keys();
        manifests.set(keys.size());
        keys.forEach(key -> read(key, (fact, hash) -> {
            entries.incrementAndGet();
            reader.accept(fact, hash);
        }));
    }

    /** The keys of the manifests, the oldest first. */
    List<String> keys() {
        return texts(new Statement("manifests", KEYS, Map.of("dossier", dossier)));
    }

    /** Hands over what one manifest says. */
    void read(String manifest, BiConsumer<String, String> reader) {
        texts(new Statement("manifest", CONTENT, Map.of("key", manifest)))
                .forEach(content -> Manifest.forEach(Base64.getDecoder().decode(content), reader));
    }

    /**
     * Tells whether most of what the manifests say is out of date, or they are far more than they need to be.
     *
     * @param facts how many facts there are now
     */
    boolean isOvergrown(long facts) {
        return entries.get() > 2 * facts + Batch.MOST || manifests.get() > 2 * facts / Batch.MOST + SPARE_MANIFESTS;
    }

    /**
     * Puts one manifest in the place of several that follow each other.
     *
     * @throws InvalidInputException if somebody else has begun to load the dossier; then nothing of this was written
     */
    void unite(List<String> keys, Manifest united) {
        String newest = keys.get(keys.size() - 1);
        Map<String, Object> values = Map.of(
                "dossier", dossier,
                "turn", turn,
                "last", newest,
                "others", keys.subList(0, keys.size() - 1),
                "manifest", united.packed());
        writeAPart(writing -> refuseUnlessMine(writing.run(UNITE, values)));
    }

    private void refuseUnlessMine(List<List<@Nullable Object>> found) {
        if (found.isEmpty()) {
            throw new InvalidInputException(List.of(new Problem(
                    null, "somebody else has begun to load or to remove \"" + dossier + "\"; this load was ended")));
        }
    }

    /** Hands over key and hash of all that the dossier asserts so far, the later after the earlier. */
    void read(BiConsumer<String, String> reader) {
        keys().forEach(key -> read(key, reader));
    }

    /** The same, all at once. */
    Manifest all() {
        Map<String, String> hashes = new HashMap<>();
        read(hashes::put);
        hashes.values().removeIf(Manifest.GONE::equals);
        return new Manifest(hashes);
    }

    private List<String> texts(Statement statement) {
        return graph.readAll(statement, rows -> {
            List<String> texts = new ArrayList<>();
            rows.forEachRemaining(row -> texts.add((String) Objects.requireNonNull(row.get(0))));
            return texts;
        });
    }

    /**
     * Takes the dossier; from now on it is listed as loading.
     *
     * @throws InvalidInputException if somebody else has written to it since {@link #readFirst}; then it is not taken
     */
    void begin(Map<String, Object> properties) {
        graph.writePatiently("load", writing -> {
            List<@Nullable Object> row = writing.run(
                            BEGIN, Map.of("dossier", dossier, "turn", turn, "properties", properties))
                    .get(0);
            if (!row.equals(state)) {
                throw new InvalidInputException(List.of(new Problem(
                        null, "somebody else has loaded \"" + dossier + "\" while it was checked; load it again")));
            }
            last.set(number((String) row.get(0)));
            return true;
        });
    }

    private int number(@Nullable String key) {
        return key == null || key.length() == dossier.length() + 1
                ? 0
                : Integer.parseInt(key.substring(dossier.length() + 1));
    }

    /**
     * Runs work in a transaction of its own, and puts down what it wrote.
     *
     * @param manifest what the work writes
     * @throws InvalidInputException if somebody else has begun to load the dossier; then nothing of this was written
     */
    void write(Manifest manifest, Consumer<Writing> work) {
        String key = String.format(Locale.ROOT, "%s/%09d", dossier, last.incrementAndGet());
        byte[] content = manifest.packed();
        entries.addAndGet(manifest.hashes().size());
        manifests.incrementAndGet();
        writeAPart(writing -> {
            if (!writing.run(IS_DONE, Map.of("dossier", dossier, "turn", turn, "key", key))
                    .isEmpty()) {
                return; // committed by an earlier try whose answer was lost
            }
            work.accept(writing);
            refuseUnlessMine(
                    writing.run(DONE, Map.of("dossier", dossier, "turn", turn, "key", key, "manifest", content)));
        });
    }

    /** What comes after {@link #begin}: if it is refused, other parts have been written. */
    private void writeAPart(Consumer<Writing> work) {
        try {
            graph.writePatiently("load", writing -> {
                work.accept(writing);
                return true;
            });
        } catch (InvalidInputException refused) {
            throw refused.inPart();
        }
    }

    /** The same as a whole load does at its end: the dossier is what it is now, and loading no more. */
    void close(Dossier head, String checksum, long entities, long relationships, Collection<String> refers) {
        writeAPart(writing -> {
            refuseUnlessMine(writing.run(IS_MINE, Map.of("dossier", dossier, "turn", turn, "checksum", checksum)));
            Ledger whole = new Ledger(writing);
            whole.refer(head.id(), refers);
            whole.finish(head, checksum, entities, relationships);
        });
    }

    /**
     * Takes the dossier out of the graph, once it asserts nothing any more.
     *
     * @throws InvalidInputException if somebody else has begun to load it; then it stays
     */
    void remove() {
        writeAPart(writing -> {
            List<List<@Nullable Object>> found = writing.run(IS_THERE, Map.of("dossier", dossier, "turn", turn));
            if (!found.isEmpty()) { // else an earlier try, whose answer was lost, has taken it out
                refuseUnlessMine(found.get(0).contains(true) ? found : List.of());
                new Ledger(writing).remove(dossier);
            }
        });
    }
}
