package io.opintosandbox.junit;

import io.opintosandbox.OpintoSandbox;
import io.opintosandbox.Sandbox;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.world.Worlds;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The one server of a test run; JUnit closes it when the last test has ended. */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing but a CloseableResource
final class RunningServer implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    static final Namespace NAMESPACE = Namespace.create(OpintopolkuSandbox.class);

    private static final int LONGEST_NAME = 40;

    private final OpintoSandbox server = OpintoSandbox.start();

    private RunningServer() {}

    static RunningServer of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(RunningServer.class, key -> new RunningServer(), RunningServer.class);
    }

    /** A new world as the annotation wants it, under this name or, when that is taken, this name and a number. */
    Sandbox newWorld(String wanted, OpintopolkuSandbox options) {
        var name = wanted.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[^A-Za-z0-9]", "x");
        var stem = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        for (int number = 1; ; number++) {
            try {
                return server.newWorld(number == 1 ? stem : stem + "-" + number, base -> settings(base, options));
            } catch (Worlds.NameTaken e) {
                // Another test of this name is running, or has just been.
            }
        }
    }

    private static Settings settings(Settings base, OpintopolkuSandbox options) {
        var settings = base.with(Setting.SEED, String.valueOf(options.seed()));
        if (!options.profile().isEmpty()) {
            settings = settings.with(Setting.PROFILE, options.profile());
        }
        return options.scenario().isEmpty() ? settings : settings.with(Setting.SCENARIO, options.scenario());
    }

    @Override
    public void close() {
        server.close();
    }
}
