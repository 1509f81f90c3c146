package entente.export;

import entente.model.Entity;
import entente.model.Relationship;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON Lines: {@code {"node": …}} and {@code {"relationship": …}}, as {@link PlainJson} writes them, and at last
 * {@code {"about": …}}, which tells a reader that nothing is missing. Each line goes out as it comes.
 */
public final class JsonLinesGraph implements GraphFormat {
    @Override
    public String mediaType() {
        return "application/x-ndjson";
    }

    @Override
    public GraphWriter begin(Writer out) {
        return new Lines(out);
    }

    private record Lines(Writer out) implements GraphWriter {
        @Override
        public void entity(Entity entity) {
            line("node", entity);
        }

        @Override
        public void relationship(Relationship relationship) {
            line("relationship", relationship);
        }

        @Override
        public void finish(Map<String, ? extends @Nullable Object> about) throws IOException {
            line("about", about);
            out.flush();
        }

        @Override
        public void close() {}

        private void line(String what, Object piece) {
            try {
                PlainJson.write(Map.of(what, piece), out);
                out.write('\n');
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
