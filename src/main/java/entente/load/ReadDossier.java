package entente.load;

import org.jspecify.annotations.Nullable;

/**
 * A dossier as its file has it, not yet checked.
 *
 * @param checksum of the file and of all else that decides what it asserts
 * @param same whether the graph holds what this very file asserted
 * @param stream reads the facts, where the dossier is only an outline; else null
 */
record ReadDossier(
        Dossier dossier,
        String checksum,
        boolean same,
        @Nullable DossierStream stream) {
    String id() {
        return dossier.id();
    }

    /** All facts, one by one. */
    FactFeed feed() {
        return stream == null ? new DossierFeed(dossier, checksum) : stream;
    }

    /** Not for an outline. */
    CheckedDossier checked() {
        return new CheckedDossier(new Assertions(dossier), checksum);
    }
}
