package entente.web;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Which requests came lately: each has one of a fixed number of places, where the last that came stays. Two that share
 * a place and come in turn are taken for new each time.
 */
final class RecentRequests {
    private static final int PLACES = 1 << 14;

    private final AtomicReferenceArray<String> lately = new AtomicReferenceArray<>(PLACES);

    /**
     * Notes a request, and tells whether it came before.
     *
     * @param asked for what, as {@link AskedFor} has it
     */
    boolean cameBefore(String asked) {
        return asked.equals(lately.getAndSet(asked.hashCode() & (PLACES - 1), asked));
    }
}
