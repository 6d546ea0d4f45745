package io.opintosandbox.config;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Every setting of the server: the one table behind the command line, the environment and the README.
 * A flag is {@code --oid-node}, its environment variable {@code SANDBOX_OID_NODE}.
 */
public enum Setting {
    PORT("8080", "PORT", "port to listen on; 0 takes any free one and says which"),
    HOST("127.0.0.1", "ADDRESS", "address to bind; anything but loopback needs a control token"),
    PUBLIC_URL(null, "URL", "base of all absolute URLs; without it the request's own host is used"),
    CONTROL_TOKEN(null, "TOKEN", "every /sandbox call then needs 'Authorization: Bearer TOKEN'"),
    INSECURE_CONTROL("false", "true|false", "lets /sandbox stand open on a non-loopback address"),
    SEED("1", "NUMBER", "the same seed gives the same people and the same OIDs"),
    PROFILE("sandbox", "sandbox|test|production", "a named set of the settings below"),
    OID_NODE(null, "NUMBER", "node of new person OIDs: 98 (test, Luhn), 24 (production, 7-3-1) or another"),
    OIDS("derived", "derived|sequence|random", "how OIDs are drawn: from the person, in sequence, by chance"),
    POPULATION("10000", "NUMBER", "synthetic people in the population register, 0 to 5600000"),
    VTJ_UNKNOWN("notfound", "notfound|create", "what VTJ does about a valid 9xx hetu that nobody has"),
    IDENTIFICATION(null, "on|off", "automatic identification in the background"),
    IDENTIFICATION_DELAY(null, "DURATION", "how long after arrival a person is identified, ISO 8601"),
    TEST_HETUS(null, "accept|refuse", "9xx hetus at the registry's door"),
    IDENTIFY_TEST_HETUS(null, "true|false", "whether 9xx hetus are identified like others"),
    FULL_DATA(null, "on|off", "whether VTJ's full data is fetched of whoever has been identified"),
    FULL_DATA_EVERY(null, "DURATION", "how often it is, ISO 8601"),
    CHANGE_FEED(null, "on|off", "whether VTJ's change feed is fetched and applied"),
    CHANGE_FEED_EVERY(null, "DURATION", "how often it is, ISO 8601; what failed is tried again every hour"),
    EXPIRED_SESSION("302", "302|401", "answer to an expired session; the real service redirects"),
    STRICT("off", "off|log|enforce", "the front proxy's rules on CSRF and Caller-Id; --strict alone means enforce"),
    ALLOW_HETUS("", "HETU,…", "well-known public test persons outside the range 900-999"),
    SCENARIO("personas", "NAME", "who is there and what happens: a name of GET /sandbox/scenarios"),
    WORLDS("0", "NUMBER", "worlds besides the default one: world-1, world-2 …, each with users of its own"),
    JOURNAL("2000", "NUMBER", "calls of clients that a world remembers at most, 0 to 100000; 20 MB in any case"),
    FIXTURES(null, "DIR", "folder with files that replace the built-in fixtures");

    private static final Set<Setting> OF_WORLD = EnumSet.of(
            SEED,
            PROFILE,
            OID_NODE,
            OIDS,
            POPULATION,
            VTJ_UNKNOWN,
            IDENTIFICATION,
            IDENTIFICATION_DELAY,
            TEST_HETUS,
            IDENTIFY_TEST_HETUS,
            FULL_DATA,
            FULL_DATA_EVERY,
            CHANGE_FEED,
            CHANGE_FEED_EVERY,
            SCENARIO);

    private final String fallback;
    private final String placeholder;
    private final String help;

    Setting(String fallback, String placeholder, String help) {
        this.fallback = fallback;
        this.placeholder = placeholder;
        this.help = help;
    }

    /** The default, or empty when there is none or the profile decides. */
    public Optional<String> fallback() {
        return Optional.ofNullable(fallback);
    }

    /** What stands in for the value in help texts. */
    public String placeholder() {
        return placeholder;
    }

    /** Whether it is a world's own; the others are the same for the whole server. */
    public boolean isOfWorld() {
        return OF_WORLD.contains(this);
    }

    /** One line on what the setting does. */
    public String help() {
        return help;
    }

    /** The command-line form, for example {@code --oid-node}. */
    public String flag() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The environment form, for example {@code SANDBOX_OID_NODE}. */
    public String variable() {
        return "SANDBOX_" + name();
    }

    /** The setting of an environment variable's name. */
    public static Optional<Setting> ofVariable(String variable) {
        return Arrays.stream(values())
                .filter(setting -> setting.variable().equals(variable))
                .findFirst();
    }
}
