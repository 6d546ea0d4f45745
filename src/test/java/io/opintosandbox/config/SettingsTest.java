package io.opintosandbox.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PORT;abc",
                "PORT;-1",
                "PORT;65536",
                "PORT;''",
                "PORT;8 080",
                "HOST;no such host",
                "HOST;192.0.2.1",
                "PUBLIC_URL;sandbox:8080",
                "PUBLIC_URL;ftp://sandbox",
                "PUBLIC_URL;http://",
                "PUBLIC_URL;http://a b",
                "INSECURE_CONTROL;yes",
                "INSECURE_CONTROL;''",
                "SEED;one",
                "SEED;99999999999999999999",
                "PROFILE;prod",
                "PROFILE;''",
                "OID_NODE;0",
                "OID_NODE;1000",
                "OID_NODE;x",
                "OIDS;Derived",
                "POPULATION;-1",
                "POPULATION;5600001",
                "VTJ_UNKNOWN;invent",
                "IDENTIFICATION;true",
                "IDENTIFICATION_DELAY;2s",
                "IDENTIFICATION_DELAY;-PT1S",
                "TEST_HETUS;yes",
                "IDENTIFY_TEST_HETUS;''",
                "FULL_DATA;yes",
                "FULL_DATA_EVERY;PT0S",
                "CHANGE_FEED;1",
                "CHANGE_FEED_EVERY;hourly",
                "EXPIRED_SESSION;403",
                "ALLOW_HETUS;everybody",
                "FIXTURES;/no/such/folder"
            })
    void a_bad_value_is_one_sentence_that_names_flag_variable_value_and_what_is_wanted(Setting setting, String value) {
        var problem = assertThrows(BadSetting.class, () -> Settings.of(Map.of(setting, value)));

        var message = problem.getMessage();
        assertTrue(
                message.startsWith(setting.flag() + " (" + setting.variable() + ") is '" + value + "', but must be "),
                message);
        assertTrue(message.endsWith(".") && message.lines().count() == 1, message);
    }

    @Test
    void without_anything_given_the_defaults_hold() {
        var settings = Settings.defaults();

        assertEquals(8080, settings.port());
        assertTrue(settings.host().isLoopbackAddress());
        assertEquals(Profile.SANDBOX, settings.profile());
        assertEquals(1, settings.seed());
        assertEquals(98, settings.oidNode());
        assertEquals("derived", settings.oids());
        assertEquals(10_000, settings.population());
        assertEquals(Duration.ofSeconds(2), settings.identificationDelay());
        assertEquals(Optional.empty(), settings.controlToken());
        assertEquals(Optional.empty(), settings.publicUrl());
        assertEquals(Set.of(), settings.allowedHetus());
        assertFalse(settings.insecureControl());
        assertFalse(settings.vtjCreatesUnknown());
        assertFalse(settings.expiredSessionIs401());
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void what_was_given_beats_the_profile_and_the_profile_beats_the_default(Profile profile) {
        var byProfile = Settings.of(Map.of(Setting.PROFILE, profile.label()));
        var given = byProfile.with(Setting.OID_NODE, "55");

        assertEquals(profile.value(Setting.OID_NODE).orElseThrow(), String.valueOf(byProfile.oidNode()));
        assertEquals(55, given.oidNode());
        assertEquals(byProfile.identification(), given.identification());
    }

    @Test
    void a_changed_copy_leaves_the_original_alone() {
        var settings = Settings.defaults();

        assertEquals(7, settings.with(Setting.SEED, "7").seed());
        assertEquals(1, settings.seed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void an_address_that_others_reach_needs_a_control_token(String host) {
        var problem = assertThrows(BadSetting.class, () -> Settings.of(Map.of(Setting.HOST, host)));

        assertTrue(problem.getMessage().contains(Setting.CONTROL_TOKEN.flag()), problem.getMessage());
        assertTrue(problem.getMessage().contains(Setting.INSECURE_CONTROL.flag()), problem.getMessage());
        Settings.of(Map.of(Setting.HOST, host, Setting.CONTROL_TOKEN, "salaisuus"));
        Settings.of(Map.of(Setting.HOST, host, Setting.INSECURE_CONTROL, "true"));
    }

    @Test
    void a_blank_control_token_is_none() {
        assertThrows(BadSetting.class, () -> Settings.of(Map.of(Setting.HOST, "0.0.0.0", Setting.CONTROL_TOKEN, " ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
    void loopback_needs_no_control_token(String host) {
        assertTrue(Settings.of(Map.of(Setting.HOST, host)).host().isLoopbackAddress());
    }

    @Test
    void the_public_url_has_no_slash_at_its_end() {
        assertEquals(
                Optional.of("https://sandbox.example.com/a"),
                Settings.of(Map.of(Setting.PUBLIC_URL, "https://sandbox.example.com/a//"))
                        .publicUrl());
    }

    @Test
    void allowed_hetus_are_a_list_with_commas() {
        assertEquals(
                Set.of("010866-9260", "290296-9325"),
                Settings.of(Map.of(Setting.ALLOW_HETUS, " 010866-9260, 290296-9325,"))
                        .allowedHetus());
    }

    @Test
    void a_folder_of_fixtures_that_exists_is_accepted(@TempDir Path folder) {
        assertEquals(
                Optional.of(folder),
                Settings.of(Map.of(Setting.FIXTURES, folder.toString())).fixtures());
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void every_setting_has_a_flag_a_variable_and_a_line_of_help(Setting setting) {
        assertTrue(setting.flag().matches("--[a-z]+(-[a-z]+)*"), setting.flag());
        assertEquals(
                "SANDBOX_" + setting.flag().substring(2).replace('-', '_').toUpperCase(java.util.Locale.ROOT),
                setting.variable());
        assertEquals(Optional.of(setting), Setting.ofVariable(setting.variable()));
        assertFalse(setting.help().isBlank());
        assertTrue(setting.help().lines().count() == 1 && !setting.help().contains("|"), setting.help());
    }
}
