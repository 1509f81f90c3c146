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

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    void write(Table table) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        chosen().write(table, out);
        out.flush();
        if (table.truncated() && format != Format.table && format != Format.json) {
            spec.commandLine().getErr().println("entente: there are more rows; raise --limit to see them");
        }
    }

    private TableFormat chosen() {
        Format named = format == null ? (onTerminal() ? Format.table : Format.jsonl) : format;
        return switch (named) {
            case table ->
                new TextTableFormat(spec.usageMessage().autoWidth(true).width());
            case json -> new JsonFormat();
            case jsonl -> new JsonLinesFormat();
            case csv -> new CsvFormat();
        };
    }

    /** The script that starts the program can tell, Java 17 cannot. */
    static boolean onTerminal() {
        return Boolean.getBoolean("entente.terminal");
    }
}
