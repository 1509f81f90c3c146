package entente.load;

/**
 * A dossier as its file has it, not yet checked.
 *
 * @param checksum of the file and of all else that decides what it asserts
 * @param same whether the graph holds what this very file asserted
 */
record ReadDossier(Dossier dossier, String checksum, boolean same) {
    CheckedDossier checked() {
        return new CheckedDossier(new Assertions(dossier), checksum);
    }
}
