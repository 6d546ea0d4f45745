package io.opintosandbox.access.cas;

import io.opintosandbox.access.BaseUrl;
import io.opintosandbox.access.Logins.Login;
import io.opintosandbox.access.Remembered;
import io.opintosandbox.access.Whose;
import io.opintosandbox.world.SeededIds;
import io.opintosandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ticket-granting and service tickets of all worlds. Each carries its world, whose clock decides about its
 * life; when the world is gone, so is the ticket. Contract: auth.md 2, 4 and 10.
 */
public final class Tickets {
    private static final Duration TGT_LIFE = Duration.ofHours(8);
    private static final Duration ST_LIFE = Duration.ofSeconds(10);
    private static final int MOST = 50_000;
    private static final int MOST_DRAWN = 10_000;

    private final Map<String, Granting> granting = Remembered.byAge(MOST);
    private final Map<String, ServiceTicket> service = Remembered.byAge(MOST);
    private final Map<String, SeededIds> ids = Remembered.byAge(MOST);
    // Names only: whoever remembers what is over must not keep its world from being freed.
    private final Map<String, Whose> owners = Remembered.byAge(MOST);

    /** A login and the service tickets that were drawn on it. */
    private record Granting(Login login, Instant created, Deque<String> drawn) {
        boolean alive() {
            var world = login.world();
            return !world.gone() && world.clock().now().isBefore(created.plus(TGT_LIFE));
        }
    }

    private record ServiceTicket(Login login, String service, Instant created) {
        boolean alive() {
            var world = login.world();
            return !world.gone() && world.clock().now().isBefore(created.plus(ST_LIFE));
        }
    }

    /** What validating a ticket said. */
    public sealed interface Validation {
        /** The ticket was good and is used up. */
        record Success(Login login) implements Validation {}

        /** Unknown, used or expired. */
        record Unknown(String ticket) implements Validation {}

        /** The ticket is for another service and stays good for that one. */
        record OtherService(String ticket, String original, String supplied) implements Validation {}
    }

    /** Opens a ticket-granting ticket and answers its id. */
    synchronized String grant(Login login) {
        var id = ids(login.world()).ticket("TGT", 50);
        owners.put(id, Whose.of(login));
        granting.put(id, new Granting(login, login.world().clock().now(), new ArrayDeque<>()));
        return id;
    }

    /** Whose ticket-granting ticket this is, while it lives. */
    public synchronized Optional<Login> holder(String tgt) {
        return Optional.ofNullable(granting.get(tgt)).filter(Granting::alive).map(Granting::login);
    }

    /** Whose ticket of either kind this is or was, as long as it is remembered. */
    public synchronized Optional<Whose> owner(String ticket) {
        return Optional.ofNullable(owners.get(ticket));
    }

    /** Draws a service ticket; empty when the ticket-granting ticket is unknown or over. */
    synchronized Optional<String> draw(String tgt, String serviceUrl) {
        return Optional.ofNullable(granting.get(tgt)).filter(Granting::alive).map(found -> {
            var world = found.login().world();
            var id = ids(world).ticket("ST", 24);
            service.put(
                    id,
                    new ServiceTicket(found.login(), serviceUrl, world.clock().now()));
            owners.put(id, Whose.of(found.login()));
            found.drawn().add(id);
            if (found.drawn().size() > MOST_DRAWN) {
                found.drawn().remove();
            }
            return id;
        });
    }

    /** Ends a ticket-granting ticket and answers the service tickets that were drawn on it. */
    synchronized List<String> end(String tgt) {
        var ended = granting.remove(tgt);
        if (ended == null) {
            return List.of();
        }
        ended.drawn().forEach(service::remove);
        return List.copyOf(ended.drawn());
    }

    /**
     * Validates a ticket for a service and uses it up, unless it is for another service.
     *
     * @param ours whether the service is on this server, under any of its names
     */
    public synchronized Validation validate(String ticket, String serviceUrl, boolean ours) {
        var found = service.get(ticket);
        if (found == null || !found.alive()) {
            service.remove(ticket);
            return new Validation.Unknown(ticket);
        }
        if (!ours || !BaseUrl.sameService(found.service(), serviceUrl)) {
            return new Validation.OtherService(ticket, found.service(), serviceUrl);
        }
        service.remove(ticket);
        return new Validation.Success(found.login());
    }

    /** Lets go of what belongs to a world that is gone. */
    public synchronized void forget(World world) {
        granting.values().removeIf(found -> found.login().world() == world);
        service.values().removeIf(found -> found.login().world() == world);
    }

    /** Counts on over resets, so that a ticket from before one is never somebody else's after it. */
    private SeededIds ids(World world) {
        var seed = world.settings().seed();
        return ids.computeIfAbsent(seed + "/" + world.name(), key -> new SeededIds(seed, world.name()));
    }
}
