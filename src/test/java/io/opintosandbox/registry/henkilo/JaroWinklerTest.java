package io.opintosandbox.registry.henkilo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** registry-behaviour.md 4.2, every row of its table. */
class JaroWinklerTest {

    @ParameterizedTest
    @CsvSource({
        "testaaja, testaja, 0.9554, yes",
        "testaaja, testaajainen, 0.9630, yes",
        "virtanen, vitanen, 0.9667, yes",
        "virtanen, virtaniemi, 0.9433, yes",
        "korhonen, korhola, 0.8899, yes",
        "meikalainen, makelainen, 0.8815, yes",
        "nykanen-koe, nykanen, 0.9559, yes",
        "nykanen-koe, koe, 0.6162, no",
        "von essen-testi, essen-testi, 0.8505, yes",
        "ohman, ahman, 0.8667, yes",
        "lehto, lehtonen, 0.9375, yes",
        "laine, laitinen, 0.9125, yes",
        "koskinen, koskela, 0.8679, yes",
        "muller, mueller, 0.9175, yes",
        "martha, marhta, 0.9611, yes",
        "anna, hanna, 0.9333, yes",
        "dwayne, duane, 0.8400, no",
        "dixon, dicksonx, 0.8133, no",
        "testaaja, aivanmuu, 0.4167, no",
        "aho, oja, 0.0000, no",
        "ab, ba, 0.0000, no",
        "abcdefghij, abcdefghxy, 0.9733, yes",
    })
    void similarity_is_the_contracts_to_four_decimals(String a, String b, String expected, String similar) {
        assertEquals(expected, String.format(Locale.ROOT, "%.4f", JaroWinkler.similarity(a, b)));
        assertEquals(similar.equals("yes"), JaroWinkler.similar(a, b));
    }

    @Test
    void the_empty_name_is_like_nothing_not_even_itself() {
        assertEquals(0F, JaroWinkler.similarity("", ""));
        assertEquals(0F, JaroWinkler.similarity("", "aho"));
    }

    @Test
    void a_name_is_wholly_like_itself_and_no_similarity_passes_one() {
        var random = new SplittableRandom(1);
        for (var i = 0; i < 20_000; i++) {
            var a = name(random);
            var b = name(random);
            assertEquals(1F, JaroWinkler.similarity(a, a));
            var similarity = JaroWinkler.similarity(a, b);
            assertTrue(similarity >= 0F && similarity <= 1F);
        }
    }

    private static String name(SplittableRandom random) {
        var name = new StringBuilder();
        for (var length = random.nextInt(1, 12); length > 0; length--) {
            name.append("ainest".charAt(random.nextInt(6)));
        }
        return name.toString();
    }
}
