package entente.web;

import entente.export.GraphFormat;
import entente.export.GraphFormats;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** A format that an answer can have, chosen as RFC 9110 has it by what the client accepts. */
enum Format {
    JSON("application", "json", "json"),
    CSV("text", "csv", "csv"),
    JSON_LINES("application", "x-ndjson", "jsonl"),
    GRAPHML("application", "graphml+xml", "graphml"),
    GEXF("application", "gexf+xml", "gexf"),
    JGF("application", "vnd.jgf+json", "jgf"),
    CYTOSCAPE("application", "vnd.cytoscape.v3+json", "cyjs"),
    HTML("text", "html", "html");

    private final String type;
    private final String subtype;
    private final String ending;

    /** @param ending of a route or a file in this format */
    Format(String type, String subtype, String ending) {
        this.type = type;
        this.subtype = subtype;
        this.ending = ending;
    }

    /**
     * The format of an ending.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Format ofEnding(String ending) {
        return Stream.of(values())
                .filter(format -> format.ending.equals(ending))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format ends in ." + ending));
    }

    String ending() {
        return ending;
    }

    /** How a graph is written in it, with nothing chosen where there is a choice. */
    GraphFormat ofGraph() {
        return Objects.requireNonNull(GraphFormats.byEnding().get(ending));
    }

    /** Whether it holds a graph and nothing else. */
    boolean isOfGraphs() {
        return this == GRAPHML || this == GEXF || this == JGF || this == CYTOSCAPE;
    }

    String mediaType() {
        return type + "/" + subtype;
    }

    /**
     * The one of the formats that the client likes best; the first of them where it does not say or likes several the
     * same.
     *
     * @throws ProblemException if it accepts none
     */
    static Format accepted(Context context, List<Format> offered) {
        List<Range> ranges = Stream.of(accept(JettyRequest.of(context)).split(","))
                .filter(range -> !range.isBlank())
                .map(Range::of)
                .toList();
        if (ranges.isEmpty()) {
            return offered.get(0);
        }
        Format best = offered.get(0);
        for (Format format : offered) {
            if (format.quality(ranges) > best.quality(ranges)) {
                best = format;
            }
        }
        if (best.quality(ranges) <= 0) {
            throw notAcceptable(offered);
        }
        return best;
    }

    /** What the client says that it accepts, in one header or several; nothing where it does not say. */
    static String accept(Request request) {
        return String.join(",", request.getHeaders().getValuesList(HttpHeader.ACCEPT));
    }

    private static ProblemException notAcceptable(List<Format> offered) {
        String types = offered.stream().map(Format::mediaType).collect(Collectors.joining(" or "));
        return new ProblemException(new Problem(
                ProblemCode.NOT_ACCEPTABLE, "This can be had as " + types + "; the request accepts neither."));
    }

    /** The most exact range that covers the format decides, not the one that likes it best. */
    private double quality(List<Range> ranges) {
        double quality = 0;
        int exactness = 0;
        for (Range range : ranges) {
            int fit = range.exactness(this);
            if (fit > exactness) {
                exactness = fit;
                quality = range.quality();
            }
        }
        return quality;
    }

    /** A media range of an {@code Accept} header. */
    private record Range(String type, String subtype, double quality) {
        static Range of(String text) {
            String[] parts = text.toLowerCase(Locale.ROOT).split(";", -1);
            String[] types = parts[0].strip().split("/", 2);
            double quality = Stream.of(parts)
                    .skip(1)
                    .map(String::strip)
                    .filter(part -> part.matches("q=[01](\\.\\d{0,3})?"))
                    .mapToDouble(part -> Double.parseDouble(part.substring(2)))
                    .findFirst()
                    .orElse(1);
            return new Range(types[0], types.length < 2 ? "" : types[1], quality);
        }

        /** 3 where it names the format, 2 where its kind, 1 where anything, 0 where it does not cover it. */
        int exactness(Format format) {
            if (type.equals("*") && subtype.equals("*")) {
                return 1;
            }
            if (!type.equals(format.type)) {
                return 0;
            }
            return subtype.equals(format.subtype) ? 3 : subtype.equals("*") ? 2 : 0;
        }
    }
}
