package entente.load;

import entente.graph.Writing;
import entente.load.Dossier.Reference;
import entente.load.document.Place;
import entente.model.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts dossiers in the place of their earlier versions, within one transaction. The manifests tell what to create,
 * change and remove; what stays is not touched.
 */
final class Replacement {
    private final Ledger ledger;
    private final WrittenEntities entities;
    private final WrittenRelationships relationships;
    private final ShownEntities shown;

    Replacement(Writing writing, Vocabulary vocabulary) {
        this.ledger = new Ledger(writing);
        this.entities = new WrittenEntities(writing, vocabulary);
        this.relationships = new WrittenRelationships(writing, vocabulary);
        this.shown = new ShownEntities(writing);
    }

    /**
     * The dossiers may use each other's entities, so all entities come before any relationship; one may take an id that
     * another gives up, so what leaves goes before anything comes.
     */
    List<LoadReport> replace(List<CheckedDossier> dossiers) {
        Map<CheckedDossier, Manifest> before = new LinkedHashMap<>();
        dossiers.forEach(dossier -> before.put(dossier, ledger.open(dossier.id())));
        Map<String, @Nullable Place> touched = new TreeMap<>();
        before.forEach((dossier, manifest) -> entities.write(dossier.assertions(), manifest)
                .forEach(id -> touched.put(id, dossier.assertions().dossier().place())));
        before.forEach((dossier, manifest) ->
                relationships.remove(dossier.id(), dossier.assertions().manifest(), manifest));
        before.forEach((dossier, manifest) -> relationships.write(dossier.assertions(), manifest));
        dossiers.forEach(dossier -> ledger.refer(dossier.id(), refers(dossier)));
        shown.refresh(touched);
        dossiers.forEach(ledger::close);
        return before.entrySet().stream()
                .map(entry -> report(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<String> refers(CheckedDossier dossier) {
        return dossier.assertions().dossier().refers().stream()
                .map(Reference::id)
                .toList();
    }

    LoadReport remove(String dossier) {
        Manifest before = ledger.open(dossier);
        LoadReport report = report(dossier, Manifest.EMPTY, before);
        relationships.remove(dossier, Manifest.EMPTY, before);
        entities.removeSources(dossier, report.sources().removed());
        ledger.remove(dossier);
        Map<String, @Nullable Place> touched = new TreeMap<>();
        report.entities().removed().forEach(id -> touched.put(id, null));
        shown.refresh(touched);
        return report;
    }

    static LoadReport report(CheckedDossier dossier, Manifest before) {
        return report(dossier.id(), dossier.assertions().manifest(), before);
    }

    private static LoadReport report(String dossier, Manifest after, Manifest before) {
        List<Changes> byType = after.typesWith(before).stream()
                .map(type -> after.since(before, type))
                .toList();
        return new LoadReport(
                dossier,
                false,
                after.since(before, Assertions.ENTITIES),
                Changes.united(byType),
                after.since(before, Assertions.SOURCES));
    }
}
