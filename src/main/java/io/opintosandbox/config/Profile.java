package io.opintosandbox.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A named set of settings, nothing else: each of them can be set alone.
 * Contract: registry-behaviour.md 22.
 */
public enum Profile {
    /** As production, but quick, with test OIDs, and 9xx people are identified like others. */
    SANDBOX(Map.of(
            Setting.OID_NODE, "98",
            Setting.IDENTIFICATION, "on",
            Setting.IDENTIFICATION_DELAY, "PT2S",
            Setting.TEST_HETUS, "accept",
            Setting.IDENTIFY_TEST_HETUS, "true",
            Setting.FULL_DATA, "on",
            Setting.FULL_DATA_EVERY, "PT2S",
            Setting.CHANGE_FEED, "on",
            Setting.CHANGE_FEED_EVERY, "PT2S")),
    /** As the integrators' shared test environment behaves: nobody is identified by itself. */
    TEST(Map.of(
            Setting.OID_NODE, "98",
            Setting.IDENTIFICATION, "off",
            Setting.IDENTIFICATION_DELAY, "PT15M",
            Setting.TEST_HETUS, "accept",
            Setting.IDENTIFY_TEST_HETUS, "false",
            Setting.FULL_DATA, "off",
            Setting.FULL_DATA_EVERY, "PT15M",
            Setting.CHANGE_FEED, "on",
            Setting.CHANGE_FEED_EVERY, "PT1H")),
    /** As production: 9xx hetus are turned away at the door. */
    PRODUCTION(Map.of(
            Setting.OID_NODE, "24",
            Setting.IDENTIFICATION, "on",
            Setting.IDENTIFICATION_DELAY, "PT15M",
            Setting.TEST_HETUS, "refuse",
            Setting.IDENTIFY_TEST_HETUS, "false",
            Setting.FULL_DATA, "on",
            Setting.FULL_DATA_EVERY, "PT15M",
            Setting.CHANGE_FEED, "on",
            Setting.CHANGE_FEED_EVERY, "PT1H"));

    // Map.of is immutable, which its type does not say.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<Setting, String> values;

    Profile(Map<Setting, String> values) {
        this.values = values;
    }

    /** What this profile says of a setting, if anything. */
    public Optional<String> value(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    /** The profile of that name, in any case. */
    public static Optional<Profile> named(String name) {
        return Arrays.stream(values())
                .filter(profile -> profile.label().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The name as it is written on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
