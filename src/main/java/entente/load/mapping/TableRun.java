package entente.load.mapping;

import entente.load.FactFeed.Row;
import entente.load.FactReader;
import entente.load.Problem;
import entente.load.document.Place;
import entente.load.table.TableRow;
import java.util.ArrayList;
import java.util.List;

/** Applies all rules of one table to its rows. */
final class TableRun {
    private final String table;
    private final String file;
    private final List<RuleRun> entities;
    private final List<RuleRun> relationships;

    /** @param file the table's file, for places */
    TableRun(Mapping mapping, String table, String file) {
        this.table = table;
        this.file = file;
        List<Problem> noted = new ArrayList<>();
        FactReader reader = new FactReader(mapping.vocabulary(), noted);
        this.entities = runs(mapping.entities(), mapping, reader, noted);
        this.relationships = runs(mapping.relationships(), mapping, reader, noted);
    }

    private List<RuleRun> runs(List<Rule> rules, Mapping mapping, FactReader reader, List<Problem> noted) {
        return rules.stream()
                .filter(rule -> rule.table().equals(table))
                .map(rule -> new RuleRun(rule, mapping.head().id(), file, reader, noted))
                .toList();
    }

    /** All that a row says. Whether any rule refuses it is then known before anything of it is written. */
    Row all(TableRow row, Cells cells) {
        TableRow.Fault fault = row.fault();
        if (fault != null) {
            return faulty(table, file, row, fault);
        }
        RowResult result = new RowResult();
        entities.stream().filter(rule -> rule.takes(cells)).forEach(rule -> rule.entities(row, cells, result));
        relationships.stream().filter(rule -> rule.takes(cells)).forEach(rule -> {
            rule.created(row, cells, result);
            rule.relationships(row, cells, result);
        });
        if (result.isRefused()) {
            entities.stream().filter(rule -> rule.takes(cells)).forEach(rule -> rule.outlines(row, cells, result));
        }
        return result.row(table, new Place(file, row.line(), 1), row.cells());
    }

    /**
     * The relationships that a row says; whether it is refused for another reason is known if {@link #all} was asked.
     */
    Row relationships(TableRow row, Cells cells) {
        TableRow.Fault fault = row.fault();
        if (fault != null) {
            return faulty(table, file, row, fault);
        }
        RowResult result = new RowResult();
        for (RuleRun rule : relationships) {
            if (rule.takes(cells)) {
                rule.relationships(row, cells, result);
            }
        }
        return result.row(table, new Place(file, row.line(), 1), row.cells());
    }

    /** A row that no rule can be applied to. */
    static Row faulty(String table, String file, TableRow row, TableRow.Fault fault) {
        RowResult result = new RowResult();
        result.faults().add(new Problem(new Place(file, row.line(), fault.column()), fault.message()));
        return result.row(table, new Place(file, row.line(), 1), row.cells());
    }
}
