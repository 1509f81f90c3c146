package entente.graph.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import entente.OwnChildren;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseLifetimeTest {
    @TempDir
    static Path temporary;

    @Test
    void endsWithAParentThatIsKilledAndComesBackWithItsData() throws Exception {
        Path path = temporary.resolve("killed");
        ProcessHandle database;
        try (Holder holder = Holder.open(path)) {
            database = holder.database();
            holder.kill();
        }
        assertThat(path.resolve("endpoint")).exists();
        String password = Files.readString(path.resolve("password"));

        // At once, while the database of the killed process is still there.
        comesBack(path);

        assertThat(database.isAlive()).isFalse();
        assertThat(path.resolve("password")).hasContent(password);
        comesBack(path);
    }

    @Test
    void endsWithAParentThatIsTerminated() throws Exception {
        try (Holder holder = Holder.open(temporary.resolve("terminated"))) {
            ProcessHandle database = holder.database();
            holder.terminate();

            database.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private static void comesBack(Path path) throws IOException {
        DataDirectory directory = DataDirectory.at(path);
        try (BundledDatabase database = BundledDatabase.open(directory, Signing.NEO4J_LIBRARIES)) {
            assertThat(database.isJoined()).isFalse();
            assertThat(Files.readString(directory.endpointFile()))
                    .contains(database.connection().uri());
            assertThat(Signing.in(database, "MATCH (v:Visit) RETURN v.by")).containsExactly("another process");
        }
        assertThat(OwnChildren.under(temporary)).isEmpty();
    }
}
