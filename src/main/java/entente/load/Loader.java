package entente.load;

import entente.graph.Graph;
import entente.graph.Statement;
import entente.graph.Writing;
import entente.load.Dossier.EntityFact;
import entente.load.Dossier.Reference;
import entente.load.document.Documents;
import entente.load.document.MalformedDocumentException;
import entente.load.document.Place;
import entente.model.Names;
import entente.model.Vocabulary;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Loads, checks and removes dossiers. What is given together is checked and written together: all of it, or nothing.
 *
 * <p>Every method throws a {@link entente.graph.GraphException} where the database cannot do what is asked.
 */
public final class Loader {
    /** Changes when the same file would give another graph, so that files loaded by an older version load again. */
    private static final int FORMAT = 2;

    private static final String CHECKSUMS = "MATCH (d:Dossier) RETURN d.id, d.checksum ORDER BY d.id";

    private final Graph graph;
    private final Vocabulary vocabulary;

    public Loader(Graph graph, Vocabulary vocabulary) {
        this.graph = graph;
        this.vocabulary = vocabulary;
    }

    /**
     * Makes the graph assert what the files say, and no longer what earlier versions of their dossiers said.
     *
     * @return a report for each file, in their order
     * @throws InvalidInputException with all that is wrong, if anything is; then nothing was written
     */
    public List<LoadReport> load(List<DossierFile> files) {
        List<ReadDossier> dossiers = read(files);
        List<CheckedDossier> changed = changed(dossiers);
        return changed.isEmpty()
                ? reports(dossiers, List.of())
                : reports(
                        dossiers,
                        graph.write("load", writing -> replacement(writing).replace(changed)));
    }

    /**
     * Tells what {@link #load} would do, and does nothing.
     *
     * @throws InvalidInputException with all that is wrong, if anything is
     */
    public List<LoadReport> tryOut(List<DossierFile> files) {
        List<ReadDossier> dossiers = read(files);
        List<CheckedDossier> changed = changed(dossiers);
        return reports(
                dossiers, graph.tryOut("load", writing -> replacement(writing).replace(changed)));
    }

    /**
     * Removes what a dossier asserts. An entity stays while another dossier describes it.
     *
     * @throws InvalidInputException if there is no such dossier, or if others use entities that only it describes
     */
    public LoadReport remove(String dossier) {
        Set<String> loaded = checksums().keySet();
        if (!loaded.contains(dossier)) {
            throw new InvalidInputException(List.of(
                    new Problem(null, "no dossier \"" + dossier + "\" is loaded" + Names.didYouMean(dossier, loaded))));
        }
        return graph.write("remove", writing -> replacement(writing).remove(dossier));
    }

    /** Tells whether nothing at all has been loaded, by anybody. */
    public boolean isEmpty() {
        return graph.readAll(new Statement("is-empty", "MATCH (n) RETURN 1 LIMIT 1"), rows -> !rows.hasNext());
    }

    private Replacement replacement(Writing writing) {
        return new Replacement(writing, vocabulary);
    }

    private static List<CheckedDossier> changed(List<ReadDossier> dossiers) {
        return dossiers.stream()
                .filter(dossier -> !dossier.same())
                .map(ReadDossier::checked)
                .toList();
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

    private List<ReadDossier> read(List<DossierFile> files) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> loaded = checksums();
        List<ReadDossier> dossiers = new ArrayList<>();
        files.forEach(file -> read(file, problems).ifPresent(dossier -> {
            String checksum = checksum(file);
            dossiers.add(new ReadDossier(dossier, checksum, checksum.equals(loaded.get(dossier.id()))));
        }));
        check(dossiers, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(inOrder(problems, files));
        }
        return dossiers;
    }

    /** The order of the files, and in each that of the places. */
    private static List<Problem> inOrder(List<Problem> problems, List<DossierFile> files) {
        List<String> names = files.stream().map(DossierFile::name).toList();
        return problems.stream()
                .sorted(Comparator.comparing(
                        Problem::place,
                        Comparator.nullsFirst(Comparator.<Place>comparingInt(place -> names.indexOf(place.file()))
                                .thenComparingInt(Place::line)
                                .thenComparingInt(Place::column))))
                .toList();
    }

    private Optional<Dossier> read(DossierFile file, List<Problem> problems) {
        try {
            return Optional.ofNullable(
                    new DossierReader(vocabulary, problems).read(Documents.read(file.name(), file.content())));
        } catch (MalformedDocumentException malformed) {
            problems.add(new Problem(malformed.place(), String.valueOf(malformed.getMessage())));
            return Optional.empty();
        }
    }

    private void check(List<ReadDossier> read, List<Problem> problems) {
        DossierChecks.refuseTwice(
                read.stream().map(ReadDossier::dossier).map(dossier -> new Reference(dossier.place(), dossier.id())),
                "dossier",
                problems);
        List<Dossier> changed = read.stream()
                .filter(dossier -> !dossier.same())
                .map(ReadDossier::dossier)
                .toList();
        Set<String> used = changed.stream().flatMap(Loader::idsUsed).collect(Collectors.toCollection(TreeSet::new));
        Set<String> loading = changed.stream().map(Dossier::id).collect(Collectors.toSet());
        new DossierChecks(
                        vocabulary,
                        KnownEntities.read(graph, used).besides(loading),
                        () -> KnownEntities.idsToPropose(graph),
                        problems)
                .check(changed);
    }

    private static Stream<String> idsUsed(Dossier dossier) {
        Stream<String> ends = dossier.relationships().stream()
                .flatMap(fact -> Stream.concat(Stream.of(fact.from(), fact.to()), fact.others().stream()))
                .map(Reference::id);
        Stream<String> refers = dossier.refers().stream().map(Reference::id);
        Stream<String> described = dossier.entities().stream().map(EntityFact::id);
        return Stream.of(ends, refers, described).flatMap(ids -> ids);
    }

    private Map<String, String> checksums() {
        Map<String, String> checksums = new TreeMap<>();
        graph.readAll(new Statement("dossier-checksums", CHECKSUMS), rows -> {
            rows.forEachRemaining(row -> checksums.put(String.valueOf(row.get(0)), String.valueOf(row.get(1))));
            return true;
        });
        return checksums;
    }

    private String checksum(DossierFile file) {
        return ContentHash.brief(
                List.of(FORMAT, vocabulary.toString(), Base64.getEncoder().encodeToString(file.content())));
    }
}
