package entente.load;

import java.util.function.Consumer;

/** A dossier that is in memory and was checked, but is too large for one transaction. */
record DossierFeed(Dossier dossier, String checksum) implements FactFeed {
    @Override
    public Dossier head() {
        return dossier.head();
    }

    @Override
    public boolean isChecked() {
        return true;
    }

    @Override
    public void read(Part part, Consumer<Row> sink) {
        switch (part) {
            case ENTITIES -> dossier.entities().forEach(fact -> sink.accept(Row.of(fact)));
            case RELATIONSHIPS -> dossier.relationships().forEach(fact -> sink.accept(Row.of(fact)));
        }
    }
}
