package entente.cli;

import entente.explore.NamedEnds;
import entente.graph.Graph;
import entente.graph.GraphException;
import entente.graph.Guard;
import entente.graph.Notification;
import entente.graph.ReadSummary;
import entente.model.KeptRows;
import entente.model.Page;
import entente.query.StatementParameters;
import entente.query.StatementRunner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a Cypher statement of the user's own. */
@Command(
        name = "cypher",
        mixinStandardHelpOptions = true,
        description = "Runs a Cypher statement of your own, as long as it only reads the graph. What the database"
                + " remarks on it goes to standard error.",
        footerHeading = "%nA parameter's VALUE is%n",
        footer = {
            "  a type and a text   asOf=date:2009-07-31   code=string:703",
            "  or JSON             n=5   exact=true   ids='[\"russia\", \"csto\"]'",
            "  or else a text      name='Osh base'",
            "The types are string, integer, float, boolean, date, time, localtime,",
            "datetime, localdatetime, duration and point. A date compared with a text is",
            "null in Cypher, and the rows vanish: write date: in front of dates.",
            "",
            "Examples:",
            "  entente cypher 'MATCH (s:State) RETURN s.id, s.name ORDER BY s.id'",
            "  entente cypher --param asOf=date:2009-07-31 \\",
            "    'MATCH (a)-[s:SUPPORTS]->(b) WHERE s.validFrom <= $asOf < s.validTo",
            "     RETURN a.name, b.name'",
            "  entente cypher - --param id=osh-base --format csv < question.cypher"
        })
final class CypherCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Parameters(
            paramLabel = "STATEMENT",
            description = "The Cypher, in single quotes, which keep the shell from its $; - reads standard input.")
    private String statement;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A value for the parameter $NAME of the statement; repeat for more.")
    private List<String> values = new ArrayList<>();

    @Option(
            names = "--plan",
            description = "Show how the database would run it, in place of the rows: each step, and below it, one level"
                    + " deeper, those whose rows it takes.")
    private boolean plan;

    @Mixin
    private QueryOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Map<String, @Nullable Object> parameters = parameters();
        String cypher = statement.equals(STANDARD_INPUT)
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : statement;
        try (OpenGraph open = options.open()) {
            Graph graph = open.graph();
            StatementRunner.Passed passed = new StatementRunner(graph, new Guard(graph)).pass(cypher, parameters);
            if (plan) {
                options.output().write(PlanTable.of(passed.plan()));
            } else {
                show(graph, passed);
            }
            return ExitCode.DONE;
        } catch (GraphException.Refused refused) {
            throw InvalidStatementException.of(refused, cypher);
        } catch (GraphException.Faulty faulty) {
            throw faulty.isOfStatement() ? InvalidStatementException.of(faulty, cypher) : faulty;
        }
    }

    private void show(Graph graph, StatementRunner.Passed passed) throws IOException {
        KeptRows kept = new KeptRows();
        NamedEnds named = new NamedEnds(graph, kept);
        ReadSummary summary = passed.run(Page.first(options.limit(graph)), named);
        named.finish();
        options.output().write(kept.table(summary.truncated()));
        summary.notifications().forEach(this::remark);
    }

    private Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        for (String given : values) {
            int equals = given.indexOf('=');
            if (equals < 1) {
                throw new UsageException(
                        "--param takes NAME=VALUE, such as asOf=date:2009-07-31, not \"" + given + "\"");
            }
            String name = given.substring(0, equals);
            if (parameters.containsKey(name)) {
                throw new UsageException(
                        "--param " + name + " is given more than once; a list is JSON: " + name + "='[\"a\", \"b\"]'");
            }
            parameters.put(name, value(name, given.substring(equals + 1)));
        }
        return parameters;
    }

    private @Nullable Object value(String name, String text) {
        if (StatementParameters.isLikeADate(text)) {
            err().println("entente: " + name + " is the text \"" + text + "\"; write " + name + "=date:" + text
                    + " for the date, or " + name + "=string:" + text + " for the text");
        }
        return StatementParameters.ofText(name, text);
    }

    private void remark(Notification notification) {
        String place = notification.line() == null
                ? ""
                : ", line " + notification.line() + ", column " + notification.column();
        err().println("entente: " + notification.severity() + place + ": " + notification.description());
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
