package entente.model;

/**
 * A part of a list, in the list's order.
 *
 * @param skip how many items to leave out first
 * @param limit how many items to show then, at the most
 */
public record Page(long skip, int limit) {
    /**
     * Checks that the page can hold something.
     *
     * @throws IllegalArgumentException if it begins before the list does, or shows nothing
     */
    public Page {
        if (skip < 0 || limit < 1) {
            throw new IllegalArgumentException("a page of " + limit + " items after " + skip);
        }
    }

    /** The page that begins where the list does. */
    public static Page first(int limit) {
        return new Page(0, limit);
    }

    /** The position after the last item that is shown. */
    public long end() {
        return skip + limit;
    }
}
