package io.opintosandbox.config;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings in force: what was given, over the profile, over the defaults. Immutable, and checked
 * when made, so that every getter succeeds. Errors: {@link BadSetting}.
 */
public final class Settings {
    /** The largest population that the synthetic hetus suffice for. */
    public static final int MAX_POPULATION = 5_600_000;

    private static final Pattern HETU = Pattern.compile("\\d{6}[-+A-FU-Y]\\d{3}[0-9A-Y]");

    private final Values given;

    private Settings(Values given) {
        this.given = given;
        check();
    }

    /** The settings of a server that was given none. */
    public static Settings defaults() {
        return of(Map.of());
    }

    /** Settings from the values that were given, each as on the command line. */
    public static Settings of(Map<Setting, String> given) {
        Map<Setting, String> copy = new EnumMap<>(Setting.class);
        copy.putAll(given);
        return new Settings(new Values(Collections.unmodifiableMap(copy)));
    }

    /** The same settings with one of them replaced. */
    public Settings with(Setting setting, String value) {
        Map<Setting, String> copy = new EnumMap<>(Setting.class);
        copy.putAll(given.all());
        copy.put(setting, value);
        return of(copy);
    }

    /** The value in force of a setting, whether given, of the profile or the default. */
    public String value(Setting setting) {
        return given.text(setting);
    }

    public int port() {
        return given.number(Setting.PORT, 0, 65_535);
    }

    public InetAddress host() {
        try {
            var host = InetAddress.getByName(given.text(Setting.HOST));
            if (host.isLoopbackAddress()
                    || host.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(host) != null) {
                return host;
            }
        } catch (UnknownHostException | SocketException e) {
            // answered below, as somebody else's address is
        }
        throw given.bad(Setting.HOST, "an address of this machine, for example 127.0.0.1 or 0.0.0.0");
    }

    /** Base of absolute URLs without a trailing slash, or empty when the request decides. */
    public Optional<String> publicUrl() {
        return given.optional(Setting.PUBLIC_URL).map(url -> {
            var uri = parsedUrl(url);
            var web = uri != null
                    && uri.getHost() != null
                    && List.of("http", "https").contains(uri.getScheme());
            if (!web) {
                throw given.bad(Setting.PUBLIC_URL, "an http or https URL, for example http://sandbox:8080");
            }
            return url.replaceAll("/+$", "");
        });
    }

    public Optional<String> controlToken() {
        return given.optional(Setting.CONTROL_TOKEN);
    }

    public boolean insecureControl() {
        return given.flag(Setting.INSECURE_CONTROL);
    }

    public long seed() {
        try {
            return Long.parseLong(given.text(Setting.SEED));
        } catch (NumberFormatException e) {
            throw given.bad(Setting.SEED, "a whole number");
        }
    }

    public Profile profile() {
        return Profile.named(given.text(Setting.PROFILE)).orElseThrow(() -> given.choice(Setting.PROFILE));
    }

    public int oidNode() {
        return given.number(Setting.OID_NODE, 1, 999);
    }

    /** {@code derived}, {@code sequence} or {@code random}. */
    public String oids() {
        return given.oneOf(Setting.OIDS);
    }

    public int population() {
        return given.number(Setting.POPULATION, 0, MAX_POPULATION);
    }

    /** Whether VTJ makes up a person for a hetu that nobody has. */
    public boolean vtjCreatesUnknown() {
        return given.oneOf(Setting.VTJ_UNKNOWN).equals("create");
    }

    public boolean identification() {
        return given.oneOf(Setting.IDENTIFICATION).equals("on");
    }

    public Duration identificationDelay() {
        return given.duration(Setting.IDENTIFICATION_DELAY, Duration.ZERO);
    }

    public boolean refusesTestHetus() {
        return given.oneOf(Setting.TEST_HETUS).equals("refuse");
    }

    public boolean identifiesTestHetus() {
        return given.flag(Setting.IDENTIFY_TEST_HETUS);
    }

    public boolean fullData() {
        return given.oneOf(Setting.FULL_DATA).equals("on");
    }

    /** Time between two fetches of full data, at least a second. */
    public Duration fullDataEvery() {
        return given.duration(Setting.FULL_DATA_EVERY, Duration.ofSeconds(1));
    }

    public boolean changeFeed() {
        return given.oneOf(Setting.CHANGE_FEED).equals("on");
    }

    /** Time between two looks at the change feed, at least a second. */
    public Duration changeFeedEvery() {
        return given.duration(Setting.CHANGE_FEED_EVERY, Duration.ofSeconds(1));
    }

    /** Whether an expired session is answered 401 instead of the real service's redirect. */
    public boolean expiredSessionIs401() {
        return given.oneOf(Setting.EXPIRED_SESSION).equals("401");
    }

    /** How strict the front proxy is: {@code off}, {@code log} or {@code enforce}. */
    public String strict() {
        return given.oneOf(Setting.STRICT);
    }

    public Set<String> allowedHetus() {
        var hetut = Arrays.stream(given.text(Setting.ALLOW_HETUS).split(","))
                .map(String::trim)
                .filter(hetu -> !hetu.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!hetut.stream().allMatch(HETU.asMatchPredicate())) {
            throw given.bad(Setting.ALLOW_HETUS, "hetus with commas between them, for example 010866-9260");
        }
        return hetut;
    }

    /** The name of the scenario that a world begins with. */
    public String scenario() {
        return given.text(Setting.SCENARIO);
    }

    /** How many worlds there are at the start, besides the default one. */
    public int worlds() {
        return given.number(Setting.WORLDS, 0, 999);
    }

    /** How many calls the journal of a world keeps. */
    public int journal() {
        return given.number(Setting.JOURNAL, 0, 100_000);
    }

    public Optional<Path> fixtures() {
        return given.optional(Setting.FIXTURES).map(Path::of);
    }

    private void check() {
        port();
        publicUrl();
        insecureControl();
        seed();
        profile();
        oidNode();
        oids();
        population();
        vtjCreatesUnknown();
        identification();
        identificationDelay();
        refusesTestHetus();
        identifiesTestHetus();
        fullData();
        fullDataEvery();
        changeFeed();
        changeFeedEvery();
        expiredSessionIs401();
        strict();
        allowedHetus();
        worlds();
        journal();
        fixtures().filter(dir -> !Files.isDirectory(dir)).ifPresent(dir -> {
            throw given.bad(Setting.FIXTURES, "a folder that exists");
        });
        if (!host().isLoopbackAddress() && controlToken().isEmpty() && !insecureControl()) {
            throw new BadSetting("Binding to " + given.text(Setting.HOST) + " would open /sandbox to the network: set "
                    + Setting.CONTROL_TOKEN.flag() + ", or " + Setting.INSECURE_CONTROL.flag() + " if that is meant.");
        }
    }

    private static URI parsedUrl(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
