package entente.graph;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.neo4j.bolt.connection.AuthToken;
import org.neo4j.bolt.connection.BoltAgent;
import org.neo4j.bolt.connection.BoltConnection;
import org.neo4j.bolt.connection.BoltConnectionProvider;
import org.neo4j.bolt.connection.BoltConnectionProviderFactory;
import org.neo4j.bolt.connection.BoltProtocolVersion;
import org.neo4j.bolt.connection.LoggingProvider;
import org.neo4j.bolt.connection.NotificationConfig;
import org.neo4j.bolt.connection.SecurityPlan;
import org.neo4j.bolt.connection.netty.NettyBoltConnectionProviderFactory;
import org.neo4j.bolt.connection.observation.ImmutableObservation;
import org.neo4j.bolt.connection.observation.ObservationProvider;
import org.neo4j.bolt.connection.values.ValueFactory;

/**
 * Makes the driver's connections, which leave out a reset that changes nothing. The driver finds it by the name in
 * {@code META-INF/services}.
 */
public final class SettledConnections implements BoltConnectionProviderFactory {
    private final BoltConnectionProviderFactory netty = new NettyBoltConnectionProviderFactory();

    @Override
    public boolean supports(String scheme) {
        return netty.supports(scheme);
    }

    /** Comes before the factory of the driver itself, which is taken where there is no other. */
    @Override
    public int getOrder() {
        return netty.getOrder() - 1;
    }

    @Override
    public BoltConnectionProvider create(
            LoggingProvider logging, ValueFactory values, ObservationProvider observed, Map<String, ?> settings) {
        return new Provider(netty.create(logging, values, observed, settings));
    }

    private record Provider(BoltConnectionProvider netty) implements BoltConnectionProvider {
        @Override
        public CompletionStage<BoltConnection> connect(
                URI uri,
                @Nullable String routingContextAddress,
                BoltAgent boltAgent,
                String userAgent,
                int connectTimeoutMillis,
                long initialisationTimeoutMillis,
                SecurityPlan securityPlan,
                AuthToken authToken,
                BoltProtocolVersion minVersion,
                NotificationConfig notifications,
                ImmutableObservation observed) {
            return netty.connect(
                            uri,
                            routingContextAddress,
                            boltAgent,
                            userAgent,
                            connectTimeoutMillis,
                            initialisationTimeoutMillis,
                            securityPlan,
                            authToken,
                            minVersion,
                            notifications,
                            observed)
                    .thenApply(SettledConnection::new);
        }

        @Override
        public CompletionStage<Void> close() {
            return netty.close();
        }
    }
}
