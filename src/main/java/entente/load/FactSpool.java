package entente.load;

import entente.load.Batch.Fresh;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps checked facts in a temporary file until all are checked, so that nothing is written before and nothing read
 * twice. The file is the owner's alone and leaves with the spool.
 */
final class FactSpool implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final DataOutputStream out;
    private int batches;

    /** @throws UncheckedIOException if there is no place for temporary files */
    FactSpool() {
        try {
            file = Files.createTempFile("entente-facts", null);
            file.toFile().deleteOnExit(); // where a signal ends the load
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
        } catch (IOException failed) {
            throw noPlace(failed);
        }
    }

    /** @throws UncheckedIOException if the disk is full */
    void write(Batch batch) {
        try {
            new BatchOutput(out).write(batch);
            batches++;
        } catch (IOException failed) {
            throw noPlace(failed);
        }
    }

    /** Hands over every batch, in the order in which they were written; no more can be written. */
    void read(Consumer<Batch> reader) {
        try {
            out.close();
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
                for (int i = 0; i < batches; i++) {
                    reader.accept(new BatchInput(in).read());
                }
            }
        } catch (IOException failed) {
            throw noPlace(failed);
        }
    }

    @Override
    public void close() {
        try {
            try (out) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            // What could not be flushed belongs to a file that is gone.
        }
    }

    private static UncheckedIOException noPlace(IOException failed) {
        return new UncheckedIOException(
                "the facts that were checked cannot be kept in the directory of temporary files, "
                        + System.getProperty("java.io.tmpdir") + ": " + failed.getMessage()
                        + "; make room there, or name another with ENTENTE_JAVA_OPTS=-Djava.io.tmpdir=DIR",
                failed);
    }

    private record BatchOutput(DataOutputStream out) {
        void write(Batch batch) throws IOException {
            text(batch.section());
            out.writeInt(batch.shared().size());
            for (Map.Entry<String, Object> property : batch.shared().entrySet()) {
                text(property.getKey());
                value(property.getValue());
            }
            value(batch.columns());
            value(batch.contents());
            out.writeInt(batch.facts().size());
            for (Fresh fact : batch.facts()) {
                text(fact.id());
                value(fact.from());
                value(fact.to());
                out.writeBoolean(fact.changed());
                text(fact.hash());
                out.writeInt(fact.content());
            }
        }

        private void value(@Nullable Object value) throws IOException {
            if (value == null) {
                out.writeByte('0');
            } else if (value instanceof String text) {
                out.writeByte('s');
                text(text);
            } else if (value instanceof LocalDate day) {
                out.writeByte('d');
                out.writeLong(day.toEpochDay());
            } else if (value instanceof Boolean truth) {
                out.writeByte('b');
                out.writeBoolean(truth);
            } else if (value instanceof Double number) {
                out.writeByte('f');
                out.writeDouble(number);
            } else if (value instanceof Number number) {
                out.writeByte('i');
                out.writeLong(number.longValue());
            } else if (value instanceof List<?> items) {
                out.writeByte('l');
                out.writeInt(items.size());
                for (Object item : items) {
                    value(item);
                }
            } else {
                throw new IllegalArgumentException("no property is of " + value.getClass());
            }
        }

        private void text(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private record BatchInput(DataInputStream in) {
        Batch read() throws IOException {
            String section = text();
            Map<String, Object> shared = new TreeMap<>();
            for (int i = in.readInt(); i > 0; i--) {
                shared.put(text(), Objects.requireNonNull(value()));
            }
            List<String> columns = ((List<?>) Objects.requireNonNull(value()))
                    .stream().map(String::valueOf).toList();
            List<List<@Nullable Object>> contents = contents();
            int size = in.readInt();
            List<Fresh> facts = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                facts.add(fact());
            }
            return new Batch(section, shared, columns, contents, facts);
        }

        @SuppressWarnings("unchecked")
        private List<List<@Nullable Object>> contents() throws IOException {
            return (List<List<@Nullable Object>>) Objects.requireNonNull(value());
        }

        private Fresh fact() throws IOException {
            return new Fresh(text(), (String) value(), (String) value(), in.readBoolean(), text(), in.readInt());
        }

        private @Nullable Object value() throws IOException {
            byte sort = in.readByte();
            return switch (sort) {
                case '0' -> null;
                case 's' -> text();
                case 'd' -> LocalDate.ofEpochDay(in.readLong());
                case 'b' -> in.readBoolean();
                case 'f' -> in.readDouble();
                case 'i' -> in.readLong();
                case 'l' -> values(in.readInt());
                default -> throw new IOException("the file of checked facts was changed by somebody else");
            };
        }

        private List<@Nullable Object> values(int size) throws IOException {
            List<@Nullable Object> values = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                values.add(value());
            }
            return values;
        }

        private String text() throws IOException {
            return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        }
    }
}
