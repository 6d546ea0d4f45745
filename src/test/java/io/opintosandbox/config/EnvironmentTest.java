package io.opintosandbox.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnvironmentTest {

    @ParameterizedTest
    @EnumSource(Setting.class)
    void every_setting_can_be_set_in_the_environment(Setting setting) {
        var environment = Environment.of(Map.of(setting.variable(), "x"));

        assertEquals(Map.of(setting, "x"), environment.values());
        assertEquals(List.of(), environment.warnings());
    }

    @ParameterizedTest
    @CsvSource({
        "SANDBOX_PROT, SANDBOX_PORT",
        "SANDBOX_POPULATIONS, SANDBOX_POPULATION",
        "SANDBOX_OIDNODE, SANDBOX_OID_NODE",
        "SANDBOX_port, SANDBOX_PORT"
    })
    void a_variable_that_means_nothing_is_warned_about_with_the_nearest_name(String wrong, String nearest) {
        var environment = Environment.of(Map.of(wrong, "1"));

        assertEquals(Map.of(), environment.values());
        assertEquals(
                List.of(wrong + " is not a setting and has no effect; did you mean " + nearest + "?"),
                environment.warnings());
    }

    @Test
    void warnings_come_in_the_order_of_the_names() {
        var warnings = Environment.of(Map.of("SANDBOX_B", "", "SANDBOX_A", "", "SANDBOX_C", ""))
                .warnings();

        assertEquals(
                List.of("SANDBOX_A", "SANDBOX_B", "SANDBOX_C"),
                warnings.stream().map(warning -> warning.substring(0, 9)).toList());
    }

    @Test
    void other_programs_variables_are_none_of_our_business() {
        var environment = Environment.of(Map.of("PATH", "/bin", "IS_SANDBOX", "yes", "sandbox_port", "1"));

        assertEquals(new Environment(Map.of(), List.of()), environment);
    }
}
