package entente.load;

/**
 * What a load did with one dossier.
 *
 * @param dossier the dossier's id
 * @param same whether the file was the one loaded last, so that nothing was compared
 * @param entities by id
 * @param relationships by id
 * @param sources by id
 */
public record LoadReport(String dossier, boolean same, Changes entities, Changes relationships, Changes sources) {}
