package entente.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpoolTest {
    private static final String MEGABYTE = "x".repeat(1 << 20);

    @Test
    void keepsWhatIsShortInMemory() throws IOException {
        Set<Path> before = files();

        try (Spool spool = new Spool()) {
            spool.write("short");
            assertThat(files()).isEqualTo(before);
        }
    }

    @Test
    void leavesNoFileBehind() throws IOException {
        Set<Path> before = files();

        try (Spool spool = new Spool()) {
            spool.write(MEGABYTE);
        }

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void keepsEveryCharacterOfWhatIsTooLongForMemory() throws IOException {
        StringWriter out = new StringWriter();
        String text = "Өш 🏔 \uD83C\uDDF0\uD83C\uDDEC ".repeat(50_000);

        try (Spool spool = new Spool()) {
            for (String piece : List.of("[", text, text, "]")) {
                spool.write(piece);
            }
            spool.copyTo(out);
        }

        assertThat(out.toString().equals("[" + text + text + "]")).isTrue();
    }

    private static Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".spool"))
                    .collect(Collectors.toSet());
        }
    }
}
