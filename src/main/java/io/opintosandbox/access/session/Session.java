package io.opintosandbox.access.session;

import io.opintosandbox.access.Logins.Login;
import java.time.Instant;
import java.util.Optional;

/**
 * One session of a service. It begins anonymous, only remembering where its owner wanted to go; a
 * ticket makes it somebody's.
 */
final class Session {
    private final String path;
    private final String id;
    private Login login;
    private String ticket;
    private Instant lastUsed;
    private String wanted;

    /** @param path base path of the service */
    Session(String path, String id) {
        this.path = path;
        this.id = id;
    }

    /** Whether it is a session of the service at this base path. */
    boolean isOf(String path) {
        return path.equals(this.path);
    }

    String id() {
        return id;
    }

    synchronized Optional<Login> login() {
        return Optional.ofNullable(login);
    }

    synchronized Instant lastUsed() {
        return lastUsed;
    }

    synchronized void touch(Instant now) {
        lastUsed = now;
    }

    synchronized void logIn(Login login, String ticket) {
        this.login = login;
        this.ticket = ticket;
        this.lastUsed = login.world().clock().now();
    }

    /** The ticket that it was last logged in with. */
    synchronized Optional<String> ticket() {
        return Optional.ofNullable(ticket);
    }

    synchronized boolean cameWith(String ticket) {
        return ticket.equals(this.ticket);
    }

    /** Remembers the URL that was asked for without being logged in. */
    synchronized void want(String url) {
        wanted = url;
    }

    /** The URL to go to after the login; asked once. */
    synchronized Optional<String> takeWanted() {
        var url = Optional.ofNullable(wanted);
        wanted = null;
        return url;
    }
}
