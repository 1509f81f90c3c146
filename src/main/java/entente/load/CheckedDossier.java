package entente.load;

/**
 * A dossier that was found to hold together.
 *
 * @param checksum of the file and of all else that decides what it asserts
 * @param same whether the graph holds what this very file asserted
 */
record CheckedDossier(Dossier dossier, String checksum, boolean same) {
    String id() {
        return dossier.id();
    }
}
