package entente.load;

import entente.graph.Graph;
import entente.graph.Statement;
import entente.graph.Writing;
import entente.model.Names;
import entente.model.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Loads, checks and removes dossiers. What is given together is checked and written together: all of it, or nothing.
 *
 * <p>Every method throws a {@link entente.graph.GraphException} where the database cannot do what is asked.
 */
public final class Loader {
    private final Graph graph;
    private final Vocabulary vocabulary;

    public Loader(Graph graph, Vocabulary vocabulary) {
        this.graph = graph;
        this.vocabulary = vocabulary;
    }

    /**
     * Makes the graph assert what the files say, and no longer what earlier versions of their dossiers said.
     *
     * @param first what an empty graph gets before any other dossier; those that the files bring along are left out
     * @return a report for each file, in their order
     * @throws InvalidInputException with all that is wrong, if anything is; then nothing was written
     */
    public List<LoadReport> load(List<DossierFile> files, List<DossierFile> first) {
        List<ReadDossier> dossiers = new Intake(graph, vocabulary).read(files, first);
        List<CheckedDossier> changed = changed(dossiers);
        List<LoadReport> written = changed.isEmpty()
                ? List.of()
                : graph.write("load", writing -> replacement(writing).replace(changed));
        return reports(lastOf(dossiers, files.size()), written);
    }

    /**
     * Loads the files and nothing before them.
     *
     * @throws InvalidInputException with all that is wrong, if anything is; then nothing was written
     */
    public List<LoadReport> load(List<DossierFile> files) {
        return load(files, List.of());
    }

    /**
     * Tells what {@link #load(List, List)} would do, and does nothing.
     *
     * @throws InvalidInputException with all that is wrong, if anything is
     */
    public List<LoadReport> tryOut(List<DossierFile> files, List<DossierFile> first) {
        List<ReadDossier> dossiers = new Intake(graph, vocabulary).read(files, first);
        List<CheckedDossier> changed = changed(dossiers);
        return reports(
                lastOf(dossiers, files.size()),
                graph.tryOut("load", writing -> replacement(writing).replace(changed)));
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
}
