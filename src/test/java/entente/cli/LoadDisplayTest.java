package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of a long load: a bar on a terminal, lines elsewhere. */
class LoadDisplayTest {
    private static final Path LAUNCHER = Path.of("src/main/bin/entente").toAbsolutePath();
    private static final int COLUMNS = 100;

    private final StringWriter screen = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void barTellsStageShareRateAndTime() throws Exception {
        try (LoadDisplay bar = new LoadProgressBar(new PrintWriter(screen), COLUMNS)) {
            bar.begin("facts written", 1000);
            bar.more(500);
            Thread.sleep(1_600); // the rate is that of whole seconds
        }

        assertThat(screen.toString()).containsPattern("facts written +50% \\[=+ +] +500/1000 \\(.*\\d+/s");
    }

    @Test
    void barKeepsToOneLineAndLeavesNothingBehind() throws Exception {
        try (LoadDisplay bar = new LoadProgressBar(new PrintWriter(screen), COLUMNS)) {
            LongConsumer bytes = bar.ofBytes(3_000);
            bytes.accept(1_000);
            bytes.accept(500);
            Thread.sleep(600);
            bar.begin("facts written", 10);
            bar.more(10);
        }

        assertThat(screen.toString()).contains("read and checked").doesNotContain("\n");
        assertThat(screen.toString().split("\r"))
                .allSatisfy(drawn -> assertThat(drawn).hasSizeLessThan(COLUMNS));
        assertThat(screen.toString()).endsWith("\r" + " ".repeat(COLUMNS - 1) + "\r");
    }

    @Test
    void linesTellHowFarItIsHowFastItGoesAndHowLongItMayGoOn() {
        try (LoadDisplay lines = new LoadProgressLines(new PrintWriter(screen), Duration.ZERO)) {
            LongConsumer bytes = lines.ofBytes(4_000_000);
            bytes.accept(3_000_000);
            bytes.accept(500_000); // of the next table
            lines.begin("facts written", 1_000);
            lines.more(250);
        }

        assertThat(screen.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("entente: 75 % read and checked, \\S+ MB a second, about \\d+ s left"),
                        line -> assertThat(line)
                                .matches("entente: 87 % read and checked, \\S+ MB a second, about \\d+ s left"),
                        line -> assertThat(line)
                                .matches("entente: 250 of 1,000 facts written, \\S+ a second, about \\d+ s left"));
    }

    @Test
    void linesSayNothingOfTheTimeLeftAfterTheFirstRows() {
        try (LoadDisplay lines = new LoadProgressLines(new PrintWriter(screen), Duration.ZERO)) {
            lines.begin("facts written", 1_000);
            lines.more(40);
            lines.more(10);
        }

        assertThat(screen.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("entente: 40 of 1,000 facts written, \\S+ a second"),
                        line -> assertThat(line)
                                .matches("entente: 50 of 1,000 facts written, \\S+ a second, about \\d+ s left"));
    }

    @Test
    void aShortLoadInAPipeSaysNothing() {
        try (LoadDisplay lines = LoadDisplay.on(new PrintWriter(screen))) {
            lines.ofBytes(3_000).accept(3_000);
            lines.begin("facts written", 10);
            lines.more(10);
        }

        assertThat(screen.toString()).isEmpty();
    }

    @Test
    void launcherTellsTheWidthOfTheTerminalAndNoneOfAPipe() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no script here, to be a terminal");

        assertThat(run("script", "-qec", "stty cols 123; " + LAUNCHER, "/dev/null"))
                .contains("-Dentente.columns=123 ");
        assertThat(run("script", "-qec", LAUNCHER + " 2>/dev/null", "/dev/null"))
                .contains("-Dentente.columns=0 ");
        assertThat(run(LAUNCHER.toString())).contains("-Dentente.columns=0 ");
    }

    /** Runs a command with a Java that prints its arguments. */
    private String run(String... command) throws IOException, InterruptedException {
        Path java = Files.createDirectories(directory.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"$*\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", directory.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
