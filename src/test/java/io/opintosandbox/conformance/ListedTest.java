package io.opintosandbox.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The two-way rule: what is not listed must pass, what is listed must not. */
class ListedTest {
    private final Listed listed = new Listed(Set.of("area/known"));

    @Test
    void a_case_that_is_not_listed_must_pass() {
        assertEquals(Optional.empty(), listed.verdict("area/other", List.of()));
        assertTrue(listed.verdict("area/other", List.of("a difference")).isPresent());
    }

    @Test
    void a_listed_case_must_fail_and_the_line_goes_when_it_passes() {
        assertEquals(Optional.empty(), listed.verdict("area/known", List.of("a difference")));
        assertTrue(listed.verdict("area/known", List.of()).orElseThrow().contains("divergences.json"));
    }
}
