package entente.web.access;

/** What a token allows; a later one allows all that an earlier one does. */
public enum Role {
    /** Saved queries, questions, and all that explores the graph. */
    reader,
    /** Cypher statements of their own as well. */
    analyst;

    /** Whether whoever has this role may do what another one is needed for. */
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
