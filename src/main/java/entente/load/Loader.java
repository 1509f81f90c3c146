package entente.load;

import entente.graph.Graph;
import entente.graph.Statement;
import entente.graph.Writing;
import entente.load.document.Place;
import entente.model.Names;
import entente.model.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Loads, checks and removes dossiers. What is given together is checked and written together: all of it, or nothing.
 *
 * <p>Every method throws a {@link entente.graph.GraphException} where the database cannot do what is asked.
 */
public final class Loader {
    /** More facts than these do not go into one transaction, whose memory is bounded. */
    private static final int MOST_AT_ONCE = 20_000;

    private static final String BATCHED = """
            MATCH (d:Dossier)-[:LISTS]->(m:Manifest)
            WITH d, count(m) AS manifests
            WHERE manifests > 1 OR d.loading IS NOT NULL
            RETURN d.id""";

    /** The stage of a long load that comes after reading. */
    private static final String WRITTEN = "facts written";

    private final Graph graph;
    private final Vocabulary vocabulary;
    private final int mostAtOnce;

    public Loader(Graph graph, Vocabulary vocabulary) {
        this(graph, vocabulary, MOST_AT_ONCE);
    }

    /** @param mostAtOnce how many facts go into one transaction; a dossier with more is written in batches */
    Loader(Graph graph, Vocabulary vocabulary, int mostAtOnce) {
        this.graph = graph;
        this.vocabulary = vocabulary;
        this.mostAtOnce = mostAtOnce;
    }

    /**
     * Makes the graph assert what the files say, and no longer what earlier versions of their dossiers said.
     *
     * @param first what an empty graph gets before any other dossier; those that the files bring along are left out
     * @return a report for each file, in their order
     * @throws InvalidInputException with all that is wrong, if anything is; then nothing was written, unless it says so
     */
    public List<LoadReport> load(List<DossierFile> files, List<DossierFile> first, LoadProgress progress) {
        List<ReadDossier> dossiers = new Intake(graph, vocabulary).read(files, first, bytesOf(files, progress));
        List<ReadDossier> changed = changed(dossiers);
        Set<String> batched = batched();
        List<ReadDossier> large =
                changed.stream().filter(dossier -> isLarge(dossier, batched)).toList();
        List<CheckedDossier> small = changed.stream()
                .filter(dossier -> !isLarge(dossier, batched))
                .map(ReadDossier::checked)
                .toList();
        return reports(lastOf(dossiers, files.size()), write(small, large, progress));
    }

    /** Each may use what the others describe, so all entities come before any relationship. */
    private List<LoadReport> write(List<CheckedDossier> small, List<ReadDossier> large, LoadProgress progress) {
        List<LoadReport> reports = new ArrayList<>();
        Map<ReadDossier, BatchLoad> loads = new LinkedHashMap<>();
        boolean begun = false;
        try {
            for (ReadDossier dossier : large) {
                BatchLoad load = batchLoad(dossier.dossier().head());
                loads.put(dossier, load);
                load.examine(dossier.feed());
                reports.add(report(dossier, load));
            }
            if (!large.isEmpty()) {
                progress.begin(WRITTEN, factsOf(loads.values()));
            }
            for (BatchLoad load : loads.values()) {
                load.writeEntities(progress);
                begun = true;
            }
            loads.values().forEach(BatchLoad::removeRelationships);
            if (!small.isEmpty()) {
                reports.addAll(
                        graph.write("load", writing -> replacement(writing).replace(small)));
            }
            loads.values().forEach(load -> load.writeRelationships(progress));
            loads.forEach((dossier, load) -> load.finish(dossier.checksum()));
        } catch (InvalidInputException refused) {
            throw begun ? refused.inPart() : refused;
        } finally {
            loads.values().forEach(BatchLoad::close);
        }
        return reports;
    }

    /** Of the files that are read in parts, and so several times. */
    private static LongConsumer bytesOf(List<DossierFile> files, LoadProgress progress) {
        long bytes = files.stream().mapToLong(DossierFile::bytesToRead).sum();
        return bytes == 0 ? read -> {} : progress.ofBytes(bytes);
    }

    private static long factsOf(Collection<BatchLoad> loads) {
        return loads.stream().mapToLong(load -> load.report().facts()).sum();
    }

    private BatchLoad batchLoad(Dossier head) {
        return new BatchLoad(graph, vocabulary, head, new CheckedAlready());
    }

    /** With ids, unless they are too many. */
    private static LoadReport report(ReadDossier dossier, BatchLoad load) {
        return dossier.stream() == null ? Replacement.report(dossier.checked(), load.before()) : load.changes();
    }

    /** The dossiers that were written, or removed, in batches. */
    private Set<String> batched() {
        return graph.readAll(new Statement("batched", BATCHED), rows -> {
            Set<String> ids = new TreeSet<>();
            rows.forEachRemaining(row -> ids.add(String.valueOf(row.get(0))));
            return ids;
        });
    }

    private boolean isLarge(ReadDossier dossier, Set<String> batched) {
        Dossier facts = dossier.dossier();
        return dossier.stream() != null
                || batched.contains(dossier.id())
                || facts.entities().size() + facts.relationships().size() > mostAtOnce;
    }

    /**
     * Loads the files and nothing before them.
     *
     * @throws InvalidInputException with all that is wrong, if anything is; then nothing was written, unless it says so
     */
    public List<LoadReport> load(List<DossierFile> files) {
        return load(files, List.of(), LoadProgress.UNSEEN);
    }

    /**
     * Tells what {@link #load(List, List, LoadProgress)} would do, and does nothing.
     *
     * @throws InvalidInputException with all that is wrong, if anything is
     */
    public List<LoadReport> tryOut(List<DossierFile> files, List<DossierFile> first, LoadProgress progress) {
        List<ReadDossier> dossiers = new Intake(graph, vocabulary).read(files, first, bytesOf(files, progress));
        List<ReadDossier> changed = changed(dossiers);
        Set<String> batched = batched();
        if (changed.stream().anyMatch(dossier -> isLarge(dossier, batched))) {
            return reports(
                    lastOf(dossiers, files.size()),
                    changed.stream().map(this::wouldDo).toList());
        }
        return reports(
                lastOf(dossiers, files.size()),
                graph.tryOut(
                        "load",
                        writing -> replacement(writing)
                                .replace(changed.stream()
                                        .map(ReadDossier::checked)
                                        .toList())));
    }

    private LoadReport wouldDo(ReadDossier dossier) {
        try (BatchLoad load = batchLoad(dossier.dossier().head())) {
            load.examine(dossier.feed());
            return report(dossier, load);
        }
    }

    /**
     * Removes what a dossier asserts. An entity stays while another dossier describes it.
     *
     * @throws InvalidInputException if there is no such dossier, or if others use entities that only it describes
     */
    public LoadReport remove(String dossier) {
        Set<String> loaded = Intake.checksums(graph).keySet();
        if (!loaded.contains(dossier)) {
            throw new InvalidInputException(List.of(
                    new Problem(null, "no dossier \"" + dossier + "\" is loaded" + Names.didYouMean(dossier, loaded))));
        }
        if (!batched().contains(dossier)) {
            return graph.write("remove", writing -> replacement(writing).remove(dossier));
        }
        Dossier nothing = new Dossier(
                dossier, new Place(dossier, 1, 1), false, Map.of(), List.of(), List.of(), List.of(), List.of());
        try (BatchLoad load = batchLoad(nothing)) {
            return load.remove();
        }
    }

    /**
     * Makes the graph assert what tables say, and no longer what earlier versions of them said.
     *
     * @param feed their rows
     * @param rejects gets the rows that are not taken up
     * @throws InvalidInputException with what is wrong; then nothing was written, unless it says so
     */
    public TableReport load(FactFeed feed, Rejects rejects, LoadProgress progress) {
        String checksum = Intake.checksum(vocabulary, feed.checksum());
        if (isLoaded(feed, checksum)) {
            return TableReport.same(feed.head().id());
        }
        try (BatchLoad load = new BatchLoad(graph, vocabulary, feed.head(), rejects)) {
            load.examine(feed);
            rejects.end();
            TableReport report = load.report();
            refuseNothing(report);
            progress.begin(WRITTEN, report.facts());
            load.writeEntities(progress);
            load.removeRelationships();
            load.writeRelationships(progress);
            load.finish(rejects.hasWrong() ? Intake.checksum(vocabulary, checksum + " in part") : checksum);
            return report;
        }
    }

    /**
     * Tells what {@link #load(FactFeed, Rejects, LoadProgress)} would do, and does nothing.
     *
     * @throws InvalidInputException with all that is wrong, if anything is
     */
    public TableReport tryOut(FactFeed feed, Rejects rejects) {
        if (isLoaded(feed, Intake.checksum(vocabulary, feed.checksum()))) {
            return TableReport.same(feed.head().id());
        }
        try (BatchLoad load = new BatchLoad(graph, vocabulary, feed.head(), rejects)) {
            load.examine(feed);
            rejects.end();
            TableReport report = load.report();
            refuseNothing(report);
            return report;
        }
    }

    /**
     * A table that was cut off after its header, or a slip in a mapping, must not take away all that was loaded before.
     */
    private static void refuseNothing(TableReport report) {
        boolean saysNothing = report.tables().stream().allMatch(table -> table.written() + table.unchanged() == 0);
        if (saysNothing && report.entities().removed() + report.relationships().removed() > 0) {
            boolean isEmpty = report.tables().stream().allMatch(table -> table.read() == 0);
            throw new InvalidInputException(List.of(new Problem(
                    null,
                    (isEmpty ? "the tables have no rows" : "no row of the tables is taken up") + ", and all that \""
                            + report.dossier() + "\" says now would go; if it shall, entente remove "
                            + report.dossier() + " removes it")));
        }
    }

    private boolean isLoaded(FactFeed feed, String checksum) {
        return checksum.equals(Intake.checksums(graph).get(feed.head().id()));
    }

    /** Tells whether nothing at all has been loaded, by anybody. */
    public boolean isEmpty() {
        return graph.readAll(new Statement("is-empty", "MATCH (n) RETURN 1 LIMIT 1"), rows -> !rows.hasNext());
    }

    private Replacement replacement(Writing writing) {
        return new Replacement(writing, vocabulary);
    }

    private static List<ReadDossier> changed(List<ReadDossier> dossiers) {
        return dossiers.stream().filter(dossier -> !dossier.same()).toList();
    }

    /** What was asked for, without what came before it into an empty graph. */
    private static List<ReadDossier> lastOf(List<ReadDossier> dossiers, int count) {
        return dossiers.subList(dossiers.size() - count, dossiers.size());
    }

    private static List<LoadReport> reports(List<ReadDossier> dossiers, List<LoadReport> written) {
        Map<String, LoadReport> byDossier =
                written.stream().collect(Collectors.toMap(LoadReport::dossier, report -> report));
        return dossiers.stream()
                .map(dossier -> dossier.dossier().id())
                .map(id ->
                        byDossier.getOrDefault(id, new LoadReport(id, true, Changes.NONE, Changes.NONE, Changes.NONE)))
                .toList();
    }

    /** Of facts that were checked already none is rejected, unless two share an id. */
    private static final class CheckedAlready implements Rejects {
        @Override
        public void add(FactFeed.Row row, List<Problem> faults, boolean inPart) {
            throw new InvalidInputException(faults);
        }

        @Override
        public void end() {}
    }
}
