package entente.web;

import entente.graph.Graph;
import entente.model.Page;

/**
 * Which page of an answer a request asks for, and how the next one is asked for.
 *
 * @param same what has to be the same for a page to follow another
 * @param version one that the graph had before the page is read
 */
record Paging(String same, String version, Page page) {
    static final String LIMIT = "limit";

    /**
     * The page that the arguments ask for.
     *
     * @param limit how many items it has
     * @throws ProblemException if what they give as {@code after} is of another request or an earlier graph
     */
    static Paging of(Arguments arguments, Graph graph, String same, int limit) {
        String after = arguments.one(PageCursor.AFTER);
        // Who names a limit goes by pages, and should not hear of an older change; others are spared the question.
        boolean byPages = after != null || arguments.one(LIMIT) != null;
        String version = byPages ? graph.version() : graph.seen().version();
        long skip = after == null ? 0 : PageCursor.position(after, same, version);
        return new Paging(same, version, new Page(skip, limit));
    }

    /** What the client has to give as {@code after} for the page that begins where this one ends. */
    String next() {
        return next(page.end());
    }

    /** What the client has to give as {@code after} for the page that begins at a position. */
    String next(long position) {
        return PageCursor.of(position, same, version).text();
    }
}
