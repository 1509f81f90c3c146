package entente.web;

import entente.graph.Graph;
import entente.model.Page;
import org.jspecify.annotations.Nullable;

/**
 * Which page of an answer a request asks for, and how the next one is asked for.
 *
 * @param graph of which the pages are read
 * @param same what has to be the same for a page to follow another
 * @param version one that the graph had before the page is read
 */
record Paging(Graph graph, String same, String version, Page page) {
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
        return new Paging(graph, same, version, new Page(skip, limit));
    }

    /**
     * What the client has to give as {@code after} for the page that follows, once this one has been read.
     *
     * @param isMore whether there is one
     * @param end how many items come before it
     * @return null where there is none
     * @throws ProblemException if this page follows another and there has been a commit since that: it may have come
     *     before all of this one was read
     */
    @Nullable
    String next(boolean isMore, long end) {
        if (page.skip() > 0 && !graph.version().equals(version)) {
            throw PageCursor.graphChanged();
        }
        return isMore ? PageCursor.of(end, same, version).text() : null;
    }
}
