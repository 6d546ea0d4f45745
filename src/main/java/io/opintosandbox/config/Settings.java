package io.opintosandbox.config;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
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
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** The largest population that the synthetic hetus suffice for. */
    public static final int MAX_POPULATION = 5_600_000;

    private static final Pattern HETU = Pattern.compile("\\d{6}[-+A-FU-Y]\\d{3}[0-9A-Y]");

    private final Map<Setting, String> given;

    private Settings(Map<Setting, String> given) {
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
        return new Settings(Collections.unmodifiableMap(copy));
    }

    /** The same settings with one of them replaced. */
    public Settings with(Setting setting, String value) {
        Map<Setting, String> copy = new EnumMap<>(Setting.class);
        copy.putAll(given);
        copy.put(setting, value);
        return of(copy);
    }

    public int port() {
        return number(Setting.PORT, 0, 65_535);
    }

    public InetAddress host() {
        try {
            var host = InetAddress.getByName(text(Setting.HOST));
            if (host.isLoopbackAddress()
                    || host.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(host) != null) {
                return host;
            }
        } catch (UnknownHostException | SocketException e) {
            // answered below, as somebody else's address is
        }
        throw bad(Setting.HOST, "an address of this machine, for example 127.0.0.1 or 0.0.0.0");
    }

    /** Base of absolute URLs without a trailing slash, or empty when the request decides. */
    public Optional<String> publicUrl() {
        return optional(Setting.PUBLIC_URL).map(url -> {
            var uri = parsedUrl(url);
            var web = uri != null
                    && uri.getHost() != null
                    && List.of("http", "https").contains(uri.getScheme());
            if (!web) {
                throw bad(Setting.PUBLIC_URL, "an http or https URL, for example http://sandbox:8080");
            }
            return url.replaceAll("/+$", "");
        });
    }

    public Optional<String> controlToken() {
        return optional(Setting.CONTROL_TOKEN);
    }

    public boolean insecureControl() {
        return flag(Setting.INSECURE_CONTROL);
    }

    public long seed() {
        try {
            return Long.parseLong(text(Setting.SEED));
        } catch (NumberFormatException e) {
            throw bad(Setting.SEED, "a whole number");
        }
    }

    public Profile profile() {
        return Profile.named(text(Setting.PROFILE)).orElseThrow(() -> choice(Setting.PROFILE));
    }

    public int oidNode() {
        return number(Setting.OID_NODE, 1, 999);
    }

    /** {@code derived}, {@code sequence} or {@code random}. */
    public String oids() {
        return oneOf(Setting.OIDS);
    }

    public int population() {
        return number(Setting.POPULATION, 0, MAX_POPULATION);
    }

    /** Whether VTJ makes up a person for a hetu that nobody has. */
    public boolean vtjCreatesUnknown() {
        return oneOf(Setting.VTJ_UNKNOWN).equals("create");
    }

    public boolean identification() {
        return oneOf(Setting.IDENTIFICATION).equals("on");
    }

    public Duration identificationDelay() {
        return duration(Setting.IDENTIFICATION_DELAY, Duration.ZERO);
    }

    public boolean refusesTestHetus() {
        return oneOf(Setting.TEST_HETUS).equals("refuse");
    }

    public boolean identifiesTestHetus() {
        return flag(Setting.IDENTIFY_TEST_HETUS);
    }

    public boolean fullData() {
        return oneOf(Setting.FULL_DATA).equals("on");
    }

    /** Time between two fetches of full data, at least a second. */
    public Duration fullDataEvery() {
        return duration(Setting.FULL_DATA_EVERY, Duration.ofSeconds(1));
    }

    public boolean changeFeed() {
        return oneOf(Setting.CHANGE_FEED).equals("on");
    }

    /** Time between two looks at the change feed, at least a second. */
    public Duration changeFeedEvery() {
        return duration(Setting.CHANGE_FEED_EVERY, Duration.ofSeconds(1));
    }

    /** Whether an expired session is answered 401 instead of the real service's redirect. */
    public boolean expiredSessionIs401() {
        return oneOf(Setting.EXPIRED_SESSION).equals("401");
    }

    public Set<String> allowedHetus() {
        var hetut = Arrays.stream(text(Setting.ALLOW_HETUS).split(","))
                .map(String::trim)
                .filter(hetu -> !hetu.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!hetut.stream().allMatch(HETU.asMatchPredicate())) {
            throw bad(Setting.ALLOW_HETUS, "hetus with commas between them, for example 010866-9260");
        }
        return hetut;
    }

    /** The name of the scenario that a world begins with. */
    public String scenario() {
        return text(Setting.SCENARIO);
    }

    /** How many worlds there are at the start, besides the default one. */
    public int worlds() {
        return number(Setting.WORLDS, 0, 999);
    }

    /** How many calls the journal of a world keeps. */
    public int journal() {
        return number(Setting.JOURNAL, 0, 100_000);
    }

    public Optional<Path> fixtures() {
        return optional(Setting.FIXTURES).map(Path::of);
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
        allowedHetus();
        worlds();
        journal();
        fixtures().filter(dir -> !Files.isDirectory(dir)).ifPresent(dir -> {
            throw bad(Setting.FIXTURES, "a folder that exists");
        });
        if (!host().isLoopbackAddress() && controlToken().isEmpty() && !insecureControl()) {
            throw new BadSetting("Binding to " + text(Setting.HOST) + " would open /sandbox to the network: set "
                    + Setting.CONTROL_TOKEN.flag() + ", or " + Setting.INSECURE_CONTROL.flag() + " if that is meant.");
        }
    }

    private Optional<String> optional(Setting setting) {
        return Optional.ofNullable(given.get(setting)).filter(value -> !value.isBlank());
    }

    private String text(Setting setting) {
        var value = given.get(setting);
        if (value != null) {
            return value;
        }
        var ofProfile = setting == Setting.PROFILE
                ? Optional.<String>empty()
                : profile().value(setting);
        return ofProfile.or(setting::fallback).orElseThrow();
    }

    private int number(Setting setting, int least, int most) {
        try {
            var number = Integer.parseInt(text(setting));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below, as a number out of range is
        }
        throw bad(setting, "a whole number from " + least + " to " + most);
    }

    private Duration duration(Setting setting, Duration least) {
        try {
            var duration = Duration.parse(text(setting));
            if (duration.compareTo(least) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // answered below, as one that is too short is
        }
        throw bad(
                setting,
                "an ISO 8601 duration, for example PT2S or PT15M" + (least.isZero() ? "" : ", and at least " + least));
    }

    private boolean flag(Setting setting) {
        return switch (text(setting)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(setting, "true or false");
        };
    }

    private String oneOf(Setting setting) {
        var value = text(setting);
        if (!List.of(setting.placeholder().split("\\|")).contains(value)) {
            throw choice(setting);
        }
        return value;
    }

    private BadSetting choice(Setting setting) {
        return bad(setting, "one of " + setting.placeholder().replace("|", ", "));
    }

    private BadSetting bad(Setting setting, String wanted) {
        return new BadSetting(setting.flag() + " (" + setting.variable() + ") is '" + text(setting) + "', but must be "
                + wanted + ".");
    }

    private static URI parsedUrl(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
