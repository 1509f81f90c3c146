package entente.export;

import java.io.IOException;
import java.io.Writer;

/**
 * A way to write a graph down. Each format keeps of every relationship its id, type, ends, period, confidence and
 * sources.
 */
public interface GraphFormat {
    /** What a {@code Content-Type} says of it, such as {@code application/gexf+xml}. */
    String mediaType();

    /**
     * Begins to write a graph.
     *
     * @param out where it goes; stays open, and may get everything only when the graph is finished
     */
    GraphWriter begin(Writer out) throws IOException;
}
