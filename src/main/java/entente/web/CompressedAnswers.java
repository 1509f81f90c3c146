package entente.web;

import java.util.List;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.gzip.GzipEncoderConfig;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Handler;

/**
 * Answers in gzip to clients that take it. What a handler flushes leaves at once, so that lines still come while they
 * are read. Bodies of requests are taken as they are: one in gzip could be anything.
 */
final class CompressedAnswers {
    /** Less than this fits a packet anyhow. */
    private static final int SMALLEST = 1_024;

    /** As Jetty compares them: without their {@code charset}, but with what else is said of them. */
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/problem+json",
            "application/x-ndjson",
            "text/csv;header=present",
            "text/plain",
            "text/html",
            "text/css",
            "text/javascript",
            "image/svg+xml",
            "application/graphml+xml",
            "application/gexf+xml",
            "application/vnd.jgf+json",
            "application/vnd.cytoscape.v3+json");

    private CompressedAnswers() {}

    static Handler.Wrapper handler() {
        GzipEncoderConfig encoding = new GzipEncoderConfig();
        encoding.setSyncFlush(true);
        GzipCompression gzip = new GzipCompression();
        gzip.setMinCompressSize(SMALLEST);
        gzip.setDefaultEncoderConfig(encoding);
        CompressionConfig.Builder config = CompressionConfig.builder()
                .compressIncludeMethod("GET")
                .compressIncludeMethod("HEAD")
                .compressIncludeMethod("POST")
                .decompressExcludePath("/*");
        TYPES.forEach(config::compressIncludeMimeType);
        CompressionHandler handler = new CompressionHandler();
        handler.putCompression(gzip);
        handler.putConfiguration("/*", config.build());
        return handler;
    }
}
