package entente.query;

import entente.graph.EntityNames;

/** Finds the saved query that answers a question in plain words, by the queries' {@code ask} patterns. */
@SuppressWarnings("DoNotCallSuggester")
public final class Ask {
    public Ask(Catalogue catalogue, EntityNames names) {}

    /**
     * Finds the query and the values for its parameters that a question names.
     *
     * @throws QueryException with the nearest queries where none fits
     */
    public Understood understand(String question) {
        throw new UnsupportedOperationException();
    }
}
