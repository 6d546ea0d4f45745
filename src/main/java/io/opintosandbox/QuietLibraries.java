package io.opintosandbox;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps what the libraries tell about themselves, and the line for every request, out of an embedding program's
 * {@code java.util.logging}, which is where the library logs (decision 0019). A level that somebody has set stays.
 * On the command line Logback decides instead.
 */
final class QuietLibraries {
    // Held here, because java.util.logging forgets the level of a logger that nobody holds.
    private static final Map<Logger, Level> LEVELS = Map.of(
            Logger.getLogger("org.eclipse.jetty"), Level.WARNING,
            Logger.getLogger("com.zaxxer.hikari"), Level.WARNING,
            // It logs a taken port too, which we tell in a sentence of our own.
            Logger.getLogger("io.javalin"), Level.OFF,
            Logger.getLogger("sandbox.requests"), Level.WARNING);

    private QuietLibraries() {}

    static void hush() {
        LEVELS.forEach((logger, level) -> {
            if (logger.getLevel() == null) {
                logger.setLevel(level);
            }
        });
    }
}
