package io.opintosandbox.access.session;

import io.opintosandbox.access.Logins.Login;
import io.opintosandbox.access.Remembered;
import io.opintosandbox.access.Whose;
import io.opintosandbox.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The sessions of all worlds and services. Anonymous and known ones are bounded apart, so that a flood of anonymous
 * callers throws nobody out. Contract: auth.md 5.
 */
public final class Sessions {
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final int MOST = 20_000;

    private final Map<String, Session> anonymous = Remembered.byUse(MOST);
    private final Map<String, Session> known = Remembered.byUse(MOST);
    private final Map<String, String> byTicket = Remembered.byUse(MOST);
    // Names only: whoever remembers what is over must not keep its world from being freed.
    private final Map<String, Whose> owners = Remembered.byUse(MOST);

    /** A new anonymous session of the service at this base path. */
    synchronized Session open(String path, String id) {
        var session = new Session(path, id);
        anonymous.put(session.id(), session);
        return session;
    }

    /** An id for a session that nobody will ever use, as the published service hands them out. */
    public String newId() {
        // By chance, not from the seed: a cookie from before a restart must not be somebody else's after it.
        return UUID.randomUUID().toString();
    }

    /** The session of a cookie that this service has set, if it lives; asking keeps it alive. */
    synchronized Optional<Session> find(String path, String id) {
        var session = known.get(id);
        if (session == null) {
            return Optional.ofNullable(anonymous.get(id)).filter(found -> found.isOf(path));
        }
        if (!session.isOf(path)) {
            return Optional.empty();
        }
        var world = session.login().orElseThrow().world();
        var now = world.clock().now();
        if (world.gone() || !now.isBefore(session.lastUsed().plus(IDLE))) {
            known.remove(id);
            return Optional.empty();
        }
        session.touch(now);
        return Optional.of(session);
    }

    /** Makes a session somebody's. */
    synchronized void logIn(Session session, Login login, String ticket) {
        session.ticket().ifPresent(byTicket::remove);
        session.logIn(login, ticket);
        anonymous.remove(session.id());
        known.put(session.id(), session);
        owners.put(session.id(), Whose.of(login));
        byTicket.put(ticket, session.id());
    }

    /** Lets go of the sessions of a world that is gone. */
    public synchronized void forget(World world) {
        known.values().removeIf(found -> found.login().orElseThrow().world() == world);
    }

    /** Whose session this is or was, as long as it is remembered. */
    synchronized Optional<Whose> owner(String id) {
        return Optional.ofNullable(owners.get(id));
    }

    synchronized void end(Session session) {
        known.remove(session.id());
    }

    /** Ends the session that a service ticket opened; true when there was one. */
    public synchronized boolean endByTicket(String ticket) {
        var id = byTicket.remove(ticket);
        return id != null && known.remove(id) != null;
    }
}
