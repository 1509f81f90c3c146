package entente.cli;

import entente.export.CsvFormat;
import entente.export.JsonFormat;
import entente.export.JsonLinesFormat;
import entente.export.TableFormat;
import entente.export.TextTableFormat;
import entente.model.Table;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How rows are shown, for every command that shows some. */
final class OutputOptions {
    /** The names that users type. */
    enum Format {
        table,
        json,
        jsonl,
        csv
    }

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES}; a table on a terminal, JSON Lines in a pipe unless named.")
    private @Nullable Format format;

    @Option(names = "--safe", description = "In CSV, let no cell be a formula to a spreadsheet.")
    private boolean safe;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    void write(Table table) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Format chosen = format == null ? (onTerminal() ? Format.table : Format.jsonl) : format;
        refuseIdleOptions(chosen);
        writer(chosen).write(table, out);
        out.flush();
        if (table.truncated() && chosen != Format.table && chosen != Format.json) {
            tell("there are more rows than these");
        }
    }

    private void refuseIdleOptions(Format chosen) {
        if (safe && chosen != Format.csv) {
            throw new UsageException("--safe is for CSV; add --format csv");
        }
    }

    /** Says what is no row, where it does not mix with the rows. */
    void tell(String what) {
        spec.commandLine().getErr().println("entente: " + what);
    }

    private TableFormat writer(Format chosen) {
        return switch (chosen) {
            case table ->
                new TextTableFormat(spec.usageMessage().autoWidth(true).width());
            case json -> new JsonFormat();
            case jsonl -> new JsonLinesFormat();
            case csv -> new CsvFormat(safe);
        };
    }

    /** The script that starts the program can tell, Java 17 cannot. */
    static boolean onTerminal() {
        return Boolean.getBoolean("entente.terminal");
    }
}
