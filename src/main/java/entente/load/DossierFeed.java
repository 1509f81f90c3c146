package entente.load;

import entente.load.Dossier.EntityFact;
import entente.load.Dossier.RelationshipFact;
import java.util.List;
import java.util.function.Consumer;

/** A dossier that is in memory and was checked, but is too large for one transaction. */
record DossierFeed(Dossier dossier, String checksum) implements FactFeed {
    @Override
    public Dossier head() {
        return new Dossier(
                dossier.id(),
                dossier.place(),
                dossier.base(),
                dossier.properties(),
                dossier.sources(),
                dossier.refers(),
                List.of(),
                List.of());
    }

    @Override
    public boolean isChecked() {
        return true;
    }

    @Override
    public void read(Part part, Consumer<Row> sink) {
        switch (part) {
            case ENTITIES -> dossier.entities().forEach(fact -> sink.accept(row(fact)));
            case RELATIONSHIPS -> dossier.relationships().forEach(fact -> sink.accept(row(fact)));
        }
    }

    private static Row row(EntityFact fact) {
        return new Row(fact.place(), List.of(), false, false, List.of(fact), List.of(), List.of());
    }

    private static Row row(RelationshipFact fact) {
        return new Row(fact.place(), List.of(), false, false, List.of(), List.of(fact), List.of());
    }
}
