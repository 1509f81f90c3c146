package entente.web;

import entente.web.access.Role;
import io.javalin.security.RouteRole;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may use a route where tokens are needed. */
enum Access implements RouteRole {
    /** Everybody: what tells nothing of the graph, and the page that asks for a token. */
    OPEN(null),
    /** Whoever watches over the server: everybody on a loopback address, and elsewhere whoever has a token. */
    WATCHER(Role.reader),
    READER(Role.reader),
    ANALYST(Role.analyst);

    private final @Nullable Role role;

    Access(@Nullable Role role) {
        this.role = role;
    }

    /** What a route says; where one says nothing, not everybody may use it. */
    static Access of(Set<RouteRole> said) {
        return said.stream()
                .filter(Access.class::isInstance)
                .map(Access.class::cast)
                .findFirst()
                .orElse(ANALYST);
    }

    /** The role that is needed, or null where none is. */
    @Nullable
    Role role() {
        return role;
    }
}
