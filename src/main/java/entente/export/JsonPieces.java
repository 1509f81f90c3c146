package entente.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** The items of one JSON array, or the members of one object, written one by one with what separates them. */
final class JsonPieces {
    private final Writer out;
    private boolean first = true;

    /** @param out where the array or the object has begun */
    JsonPieces(Writer out) {
        this.out = out;
    }

    /** Writes an item of an array. */
    void put(Object item) {
        write(null, item);
    }

    /** Writes a member of an object. */
    void put(String name, Object value) {
        write(name, value);
    }

    private void write(@Nullable String name, Object value) {
        try {
            out.write(first ? "\n" : ",\n");
            first = false;
            if (name != null) {
                PlainJson.write(name, out);
                out.write(':');
            }
            PlainJson.write(value, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
