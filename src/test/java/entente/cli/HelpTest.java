package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
    @ParameterizedTest
    @MethodSource("commands")
    void givesExamplesThatFitATerminal(String command) {
        String help = help((command + " --help").split(" "));

        assertThat(help).startsWith("Usage: entente " + command).contains("Example");
        assertThat(help.lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void namesTheEnvironmentAndTheExitCodes() {
        assertThat(help("--help")).contains("Example", "NEO4J_URI", "Exit codes: 0 done");
    }

    static Stream<String> commands() {
        Stream<String> names =
                EntenteCommand.commandLine().getSubcommands().keySet().stream().filter(name -> !name.equals("help"));
        return Stream.concat(names, Stream.of("token create", "token list", "token revoke"));
    }

    private static String help(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine commandLine = EntenteCommand.commandLine();
        commandLine.setUsageHelpAutoWidth(false).setUsageHelpWidth(80);
        assertThat(commandLine.setOut(new PrintWriter(out)).execute(arguments)).isZero();
        return out.toString();
    }
}
