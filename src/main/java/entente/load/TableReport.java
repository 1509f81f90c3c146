package entente.load;

import java.util.List;

/**
 * What loading tables did with the dossier that they fill.
 *
 * @param dossier the dossier's id
 * @param same whether mapping and tables were those loaded last, so that no row was read
 * @param tables what became of the rows of each
 * @param joins what became of those of tables that others are joined with
 */
public record TableReport(
        String dossier,
        boolean same,
        List<RowReport> tables,
        List<JoinReport> joins,
        Tally entities,
        Tally relationships) {
    static TableReport same(String dossier) {
        return new TableReport(dossier, true, List.of(), List.of(), Tally.NONE, Tally.NONE);
    }

    /** How many entities and relationships are created or changed. */
    long facts() {
        return entities.created() + entities.changed() + relationships.created() + relationships.changed();
    }
}
