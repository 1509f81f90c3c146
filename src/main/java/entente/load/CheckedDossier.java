package entente.load;

/**
 * A dossier that was found to hold together.
 *
 * @param checksum of the file and of all else that decides what it asserts
 */
record CheckedDossier(Assertions assertions, String checksum) {
    String id() {
        return assertions.dossier().id();
    }
}
