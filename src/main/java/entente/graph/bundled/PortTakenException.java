package entente.graph.bundled;

/** Another program listens on the port that the database was to have. */
final class PortTakenException extends DatabaseStartException {
    PortTakenException(int port) {
        super("Port %d of 127.0.0.1 is taken by another program; name another one, or none to have a free one chosen"
                .formatted(port));
    }
}
