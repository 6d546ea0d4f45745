package io.opintosandbox;

import io.opintosandbox.access.ServiceUser;
import io.opintosandbox.access.ServiceUsers;
import io.opintosandbox.journal.Journal;
import io.opintosandbox.report.Report;
import io.opintosandbox.snapshot.BadSnapshot;
import io.opintosandbox.snapshot.Snapshots;
import io.opintosandbox.world.World;
import io.opintosandbox.world.Worlds;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One world of a server, as a test holds it: where to call, with which credentials, and what a test needs besides. What
 * it does here, {@code /sandbox} does over HTTP. Contract: control-api.md.
 *
 * <pre>{@code
 * try (var server = OpintoSandbox.start(); var opintopolku = server.newWorld("ci-42")) {
 *     adapter(opintopolku.baseUrl(), opintopolku.credentials("yleistunniste"));
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {
    private final Worlds worlds;
    private final Snapshots snapshots;
    private final String baseUrl;
    private final String name;

    Sandbox(Worlds worlds, Snapshots snapshots, String baseUrl, String name) {
        this.worlds = worlds;
        this.snapshots = snapshots;
        this.baseUrl = baseUrl;
        this.name = name;
    }

    /** What a service user logs in with: the password at CAS, the secret at OAuth2, where the name is the client id. */
    public record Credentials(String username, String password, String clientSecret) {}

    /** Its name, which the header {@code Sandbox-World} of calls to {@code /sandbox} gives. */
    public String name() {
        return name;
    }

    /** Where the server answers, the same for all its worlds: the credentials decide about the world. */
    public String baseUrl() {
        return baseUrl;
    }

    /**
     * The credentials of a user of this world.
     *
     * @param username a ready-made user by its name in the default world, or a user that has been added
     * @throws IllegalArgumentException when there is none; the message tells whom there is
     */
    public Credentials credentials(String username) {
        var users = world().part(ServiceUsers.class);
        return users.find(ReadyMade.name(world(), username))
                .map(user -> new Credentials(user.username(), user.password(), user.clientSecret()))
                .orElseThrow(() -> new IllegalArgumentException("World " + name + " has no user " + username
                        + "; it has "
                        + users.all().stream().map(ServiceUser::username).collect(Collectors.joining(", ")) + "."));
    }

    /** What is to go wrong from now on. */
    public SandboxFaults faults() {
        return new SandboxFaults(this::world);
    }

    /** What has been called so far. */
    public SandboxRequests requests() {
        return new SandboxRequests(this::world);
    }

    /** What the calls so far say of the adapter: situations that it has met, habits that it shows. */
    public Report report() {
        return Report.of(world().part(Journal.class));
    }

    /** Finishes what waits for its turn in the background, and tells how much of each kind was done. */
    public Map<String, Integer> settle() {
        return world().settle();
    }

    /** The time in this world. */
    public Instant now() {
        return world().clock().now();
    }

    /** Moves the clock on and lets it stand there; what falls due on the way has been done. */
    public void advance(Duration amount) {
        world().advance(amount);
    }

    /** Moves the clock to a time and lets it stand there; what falls due on the way has been done. */
    public void moveTo(Instant instant) {
        world().moveTo(instant);
    }

    /** Puts the world back to how it began; tokens and sessions end. */
    public void reset() {
        worlds.reset(world(), world().origin());
    }

    /**
     * A call to {@code /sandbox} about this world, for what has no method here: people of VTJ, events, users, arrivals.
     *
     * <pre>{@code
     * opintopolku.control("POST", "/vtj/persons/270688-9033/events", "{\"type\":\"DEATH\"}");
     * }</pre>
     *
     * @param path below {@code /sandbox}
     * @param json the body, or null for none
     * @return the body of the answer, empty when it has none
     * @throws IllegalStateException when the sandbox refuses; the message is what it says
     */
    public String control(String method, String path, String json) {
        return ControlClient.call(baseUrl, worlds.settings(), name, method, path, json);
    }

    /** Writes the whole world as one JSON document; the stream stays open. */
    public void writeSnapshot(OutputStream out) throws IOException {
        snapshots.write(world(), out);
    }

    /** Puts the world of a snapshot in this one's place. Errors: {@link BadSnapshot}, and nothing has changed. */
    public void loadSnapshot(InputStream in) throws IOException {
        snapshots.load(world(), in);
    }

    /** Deletes the world, unless it is the default one, which stays as it is. */
    @Override
    public void close() {
        worlds.remove(name);
    }

    /** The world as it is now: each reset puts another one in its place. */
    World world() {
        return worlds.world(name)
                .orElseThrow(() -> new IllegalStateException("World " + name + " has been deleted; make a new one."));
    }
}
