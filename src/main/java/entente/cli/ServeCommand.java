package entente.cli;

import entente.explore.WholeGraph;
import entente.graph.EntityNames;
import entente.graph.Guard;
import entente.query.Catalogue;
import entente.query.LiveCatalogue;
import entente.web.Address;
import entente.web.ServerSettings;
import entente.web.WebServer;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the graph over HTTP. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the graph over HTTP until it is stopped with Ctrl-C or SIGTERM.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  entente serve",
            "  entente serve --port 8080 --data DIR",
            "  NEO4J_URI=bolt://localhost NEO4J_PASSWORD=... entente serve",
            "  entente token create my-team && entente serve --host 0.0.0.0"
        })
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "${env:ENTENTE_PORT:-7878}",
            description = "The port, 0 for a free one; ${DEFAULT-VALUE} unless named.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "${env:ENTENTE_HOST:-127.0.0.1}",
            description = "The address to listen on; ${DEFAULT-VALUE} unless named.")
    private String host;

    @Option(
            names = "--allow-open",
            arity = "0..1", // as a plain flag it would turn off what the environment turned on
            fallbackValue = "true",
            defaultValue = "${env:ENTENTE_ALLOW_OPEN:-false}",
            description = "Let everybody who reaches it ask, without a token, also on another address than loopback.")
    private boolean allowOpen;

    @Option(
            names = "--name",
            paramLabel = "HOST",
            description = "A further host name that requests may be addressed to, such as a proxy's; repeat for more.")
    private Set<String> names = new TreeSet<>();

    @Option(
            names = "--cache-megabytes",
            paramLabel = "MB",
            defaultValue = "${env:ENTENTE_CACHE_MEGABYTES:-64}",
            description = "How much memory answers may take that are kept until the graph changes, 0 for none;"
                    + " ${DEFAULT-VALUE} MB unless named.")
    private int cacheMegabytes;

    @Mixin
    private AdmissionOptions admission;

    @Mixin
    private LogOptions log;

    @Mixin
    private GraphOptions graphOptions;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        log.apply();
        ServerSettings settings = settings();
        settings.check();
        settings.address().tryOut();
        spec.commandLine().getErr().println("Entente starts on " + graphOptions.place() + ".");
        try (Stopping stopping = new Stopping()) {
            OpenGraph open = stopping.closeAtTheEnd(graphOptions.openFilled());
            LiveCatalogue catalogue = new LiveCatalogue(Distribution.queries(), new Guard(open.graph()));
            WebServer server =
                    stopping.closeAtTheEnd(WebServer.start(settings, open.graph(), open.vocabulary(), catalogue));
            greet(server, settings, new EntityNames(open.graph()));
            tellStrangeTypes(open);
            tellFaults(catalogue.judged());
            new CountDownLatch(1).await(); // until the process is told to end
            return ExitCode.DONE;
        }
    }

    private ServerSettings settings() {
        try {
            Address address = new Address(host, port, allowOpen, names);
            return new ServerSettings(address, admission.admission(graphOptions), (long) cacheMegabytes << 20);
        } catch (IllegalArgumentException impossible) {
            throw new UsageException(String.valueOf(impossible.getMessage()), impossible);
        }
    }

    private void tellStrangeTypes(OpenGraph open) {
        List<String> strange = new WholeGraph(open.graph()).typesBeside(open.vocabulary());
        if (!strange.isEmpty()) {
            graphOptions.tell("the graph holds relationships of types that the vocabulary does not have: "
                    + String.join(", ", strange)
                    + "; subgraphs and paths leave them out, unless --vocabulary names the file that adds them");
        }
    }

    private void tellFaults(Catalogue catalogue) {
        PrintWriter err = spec.commandLine().getErr();
        catalogue.faults().forEach(fault -> err.println("entente: " + fault));
        err.flush();
    }

    private void greet(WebServer server, ServerSettings settings, EntityNames names) {
        PrintWriter out = spec.commandLine().getOut();
        String url = "http://" + hostToReach() + ":" + server.port();
        out.println("Entente is ready at " + url + "/");
        if (names.find("osh-base").only() != null) {
            out.println("  A first question:  curl '" + url + "/api/v1/ask?q=who+backs+the+Osh+base'");
            out.println("  or, in another terminal:  " + Distribution.command() + " ask \"who backs the Osh base?\""
                    + graphOptions.dataOption());
        } else {
            out.println("  What can be asked:  curl '" + url + "/api/v1/queries'");
        }
        if (settings.needsToken()) {
            out.println("  Each request needs a token:  " + Distribution.command() + " token create NAME");
        }
        out.println("Stop it with Ctrl-C.");
        out.flush();
    }

    /** A server that listens on every address is reached from here on the loopback one. */
    private String hostToReach() {
        return switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "[::1]";
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
    }
}
