package entente.load.table;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How a table is written, as far as it is said.
 *
 * @param separator between cells; null to tell it from the file's name or its first line
 * @param charset null for UTF-8, or what the byte-order mark says
 */
public record TableLayout(
        @Nullable Character separator, @Nullable Charset charset) {
    /** Nothing is said. */
    public static final TableLayout UNSAID = new TableLayout(null, null);
}
