package entente.graph;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.neo4j.bolt.connection.AuthInfo;
import org.neo4j.bolt.connection.BoltConnection;
import org.neo4j.bolt.connection.BoltConnectionState;
import org.neo4j.bolt.connection.BoltProtocolVersion;
import org.neo4j.bolt.connection.BoltServerAddress;
import org.neo4j.bolt.connection.ResponseHandler;
import org.neo4j.bolt.connection.message.BeginMessage;
import org.neo4j.bolt.connection.message.Message;
import org.neo4j.bolt.connection.message.PullMessage;
import org.neo4j.bolt.connection.message.ResetMessage;
import org.neo4j.bolt.connection.observation.ImmutableObservation;
import org.neo4j.bolt.connection.summary.PullSummary;
import org.neo4j.bolt.connection.summary.ResetSummary;

/**
 * A connection of the driver's that answers a reset itself where the server would only say yes: once, after the last
 * row of a statement that was no part of a longer transaction. The server is then ready for the next one, as after a
 * reset (the Bolt protocol, "Server states"). Each other reset goes to the server, also the one that asks whether an
 * idle connection is alive; where that does not answer, since it is within an expression that nothing ends, the
 * connection is closed.
 *
 * <p><em>Measured</em> on two processors: the driver resets a connection after each read, and eight clients of a saved
 * query get a sixth more answers without.
 */
final class SettledConnection implements BoltConnection {
    private static final ResetSummary READY = new ResetSummary() {};

    /** Longer than a server takes that still works, to end a statement and say so. */
    private static final Duration RESET = Duration.ofSeconds(5);

    private final BoltConnection server;
    /** Whether the last that was asked of the server has been answered whole. */
    private volatile boolean settled;
    /** Whether a transaction has begun since the server was last reset. */
    private volatile boolean inTransaction;

    SettledConnection(BoltConnection server) {
        this.server = server;
    }

    @Override
    public CompletionStage<Void> writeAndFlush(
            ResponseHandler handler, List<Message> messages, @Nullable ImmutableObservation observed) {
        boolean nothingNew = settled && isReset(messages) && server.state() == BoltConnectionState.OPEN;
        if (nothingNew) {
            settled = false;
            handler.onResetSummary(READY);
            handler.onComplete();
            return CompletableFuture.completedStage(null);
        }
        note(messages);
        return server.writeAndFlush(attended(handler, messages), messages, observed);
    }

    private ResponseHandler attended(ResponseHandler handler, List<Message> messages) {
        if (isReset(messages)) {
            return new Awaited(handler);
        }
        boolean mayEnd = !inTransaction && messages.get(messages.size() - 1) instanceof PullMessage;
        return mayEnd ? new Settling(handler) : handler;
    }

    @Override
    public CompletionStage<Void> write(List<Message> messages) {
        note(messages);
        return server.write(messages);
    }

    private static boolean isReset(List<Message> messages) {
        return messages.size() == 1 && messages.get(0) instanceof ResetMessage;
    }

    private void note(List<Message> messages) {
        settled = false;
        for (Message message : messages) {
            if (message instanceof BeginMessage) {
                inTransaction = true;
            } else if (message instanceof ResetMessage) {
                inTransaction = false;
            }
        }
    }

    @Override
    public CompletionStage<Void> forceClose(String reason) {
        return server.forceClose(reason);
    }

    @Override
    public CompletionStage<Void> close() {
        return server.close();
    }

    @Override
    public CompletionStage<Void> setReadTimeout(Duration timeout) {
        return server.setReadTimeout(timeout);
    }

    @Override
    public BoltConnectionState state() {
        return server.state();
    }

    @Override
    public CompletionStage<AuthInfo> authInfo() {
        return server.authInfo();
    }

    @Override
    public String serverAgent() {
        return server.serverAgent();
    }

    @Override
    public BoltServerAddress serverAddress() {
        return server.serverAddress();
    }

    @Override
    public BoltProtocolVersion protocolVersion() {
        return server.protocolVersion();
    }

    @Override
    public boolean telemetrySupported() {
        return server.telemetrySupported();
    }

    @Override
    public boolean serverSideRoutingEnabled() {
        return server.serverSideRoutingEnabled();
    }

    @Override
    public Optional<Duration> defaultReadTimeout() {
        return server.defaultReadTimeout();
    }

    /** Notes the last of the rows. */
    private final class Settling extends ForwardedAnswers {
        Settling(ResponseHandler driver) {
            super(driver);
        }

        @Override
        public void onPullSummary(PullSummary summary) {
            settled = !summary.hasMore();
            super.onPullSummary(summary);
        }
    }

    /** Closes the connection where the server does not answer in time: the driver would wait for ever. */
    private final class Awaited extends ForwardedAnswers {
        private final CompletableFuture<Boolean> answered = new CompletableFuture<>();

        Awaited(ResponseHandler driver) {
            super(driver);
            CompletionStage<Boolean> unused = answered.orTimeout(RESET.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionallyCompose(late -> server.forceClose("The server did not stop what it was doing")
                            .thenApply(closed -> false));
        }

        @Override
        public void onError(Throwable failure) {
            answered.complete(true);
            super.onError(failure);
        }

        @Override
        public void onComplete() {
            answered.complete(true);
            super.onComplete();
        }
    }
}
