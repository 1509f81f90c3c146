package entente.load;

import entente.graph.Graph;
import entente.graph.Statement;
import entente.load.Dossier.EntityFact;
import entente.load.Dossier.Reference;
import entente.load.document.Documents;
import entente.load.document.MalformedDocumentException;
import entente.load.document.Place;
import entente.model.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads files that are to be loaded together, and finds all that is wrong with them before anything is written. */
final class Intake {
    /** Changes when the same file would give another graph, so that files loaded by an older version load again. */
    private static final int FORMAT = 3;

    private static final String CHECKSUMS = "MATCH (d:Dossier) RETURN d.id, d.checksum ORDER BY d.id";

    private final Graph graph;
    private final Vocabulary vocabulary;
    private final List<Problem> problems = new FirstProblems();
    private final Map<String, String> loaded;

    Intake(Graph graph, Vocabulary vocabulary) {
        this.graph = graph;
        this.vocabulary = vocabulary;
        this.loaded = checksums(graph);
    }

    /** The checksum of every dossier in the graph, by its id. */
    static Map<String, String> checksums(Graph graph) {
        Map<String, String> checksums = new TreeMap<>();
        graph.readAll(new Statement("dossier-checksums", CHECKSUMS), rows -> {
            rows.forEachRemaining(row -> checksums.put(String.valueOf(row.get(0)), String.valueOf(row.get(1))));
            return true;
        });
        return checksums;
    }

    /**
     * Reads the files.
     *
     * @param first read before them, but for dossiers that the files bring along
     * @param progress of what is read in parts, in bytes
     * @throws InvalidInputException with all that is wrong, if anything is
     */
    List<ReadDossier> read(List<DossierFile> files, List<DossierFile> first, LongConsumer progress) {
        try {
            List<ReadDossier> all = readAndChecked(files, first, progress);
            if (problems.isEmpty()) {
                return all;
            }
        } catch (FirstProblems.Enough enough) {
            throw new InvalidInputException(FirstProblems.andMore(inOrder(problems, files)));
        }
        throw new InvalidInputException(inOrder(problems, files));
    }

    private List<ReadDossier> readAndChecked(List<DossierFile> files, List<DossierFile> first, LongConsumer progress) {
        List<ReadDossier> asked = read(files, progress);
        Set<String> ids = asked.stream().map(dossier -> dossier.dossier().id()).collect(Collectors.toSet());
        List<ReadDossier> all = new ArrayList<>();
        read(first, progress).stream()
                .filter(dossier -> !ids.contains(dossier.dossier().id()))
                .forEach(all::add);
        all.addAll(asked);
        check(all);
        return all;
    }

    private List<ReadDossier> read(List<DossierFile> files, LongConsumer progress) {
        List<ReadDossier> dossiers = new ArrayList<>();
        files.forEach(file -> tellingMalformed(() -> {
            ReadDossier dossier = file.large() == null ? held(file) : streamed(file, file.large(), progress);
            if (dossier != null) {
                dossiers.add(dossier);
            }
        }));
        return dossiers;
    }

    private void tellingMalformed(Runnable reading) {
        try {
            reading.run();
        } catch (MalformedDocumentException malformed) {
            problems.add(new Problem(malformed.place(), String.valueOf(malformed.getMessage())));
        }
    }

    private @Nullable ReadDossier held(DossierFile file) {
        Dossier dossier = new DossierReader(vocabulary, problems).read(Documents.read(file.name(), file.content()));
        return dossier == null ? null : read(dossier, Base64.getEncoder().encodeToString(file.content()), null);
    }

    private @Nullable ReadDossier streamed(DossierFile file, Path path, LongConsumer progress) {
        DossierStream stream = DossierStream.open(file.name(), path, vocabulary, problems, progress);
        return stream == null ? null : read(stream.outline(), stream.checksum(), stream);
    }

    private ReadDossier read(Dossier dossier, String input, @Nullable DossierStream stream) {
        String checksum = checksum(vocabulary, input);
        return new ReadDossier(dossier, checksum, checksum.equals(loaded.get(dossier.id())), stream);
    }

    /** @param input stands for the bytes of all that is loaded into one dossier */
    static String checksum(Vocabulary vocabulary, String input) {
        return ContentHash.brief(List.of(FORMAT, vocabulary.toString(), input));
    }

    private void check(List<ReadDossier> read) {
        DossierChecks.refuseTwice(
                read.stream().map(ReadDossier::dossier).map(dossier -> new Reference(dossier.place(), dossier.id())),
                "dossier",
                problems);
        List<ReadDossier> different =
                read.stream().filter(dossier -> !dossier.same()).toList();
        List<Dossier> changed = different.stream().map(ReadDossier::dossier).toList();
        Set<String> used = changed.stream().flatMap(Intake::idsUsed).collect(Collectors.toCollection(TreeSet::new));
        Set<String> loading = changed.stream().map(Dossier::id).collect(Collectors.toSet());
        DossierChecks checks = new DossierChecks(
                vocabulary,
                KnownEntities.read(graph, used).besides(loading),
                () -> KnownEntities.idsToPropose(graph),
                problems);
        checks.check(changed);
        different.stream()
                .flatMap(dossier -> Optional.ofNullable(dossier.stream()).stream())
                .forEach(stream -> tellingMalformed(() -> check(stream, checks, loading)));
    }

    /** As all others are, but that nothing is held to find a fact that is there twice: writing finds it. */
    private void check(DossierStream stream, DossierChecks checks, Set<String> loading) {
        Dossier outline = stream.outline();
        Set<String> usable = checks.usable(outline);
        CitationChecks citations = new CitationChecks(outline, problems);
        Set<String> asked = new HashSet<>();
        stream.readRelationships(problems, fact -> {
            Stream.of(fact.from().id(), fact.to().id())
                    .filter(id -> !checks.known().contains(id) && asked.add(id))
                    .forEach(id ->
                            checks.know(KnownEntities.read(graph, Set.of(id)).besides(loading)));
            checks.check(fact, usable, citations);
        });
    }

    private static Stream<String> idsUsed(Dossier dossier) {
        Stream<String> ends = dossier.relationships().stream()
                .flatMap(fact -> Stream.concat(Stream.of(fact.from(), fact.to()), fact.others().stream()))
                .map(Reference::id);
        Stream<String> refers = dossier.refers().stream().map(Reference::id);
        Stream<String> described = dossier.entities().stream().map(EntityFact::id);
        return Stream.of(ends, refers, described).flatMap(ids -> ids);
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
}
