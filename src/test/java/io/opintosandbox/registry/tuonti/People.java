package io.opintosandbox.registry.tuonti;

import io.opintosandbox.id.Hetu;
import io.opintosandbox.testing.TestSandbox;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Any number of people for imports, a hundred to a day. */
final class People {
    private People() {}

    /** Rows of people who came to the world from that day on; tunniste is {@code t0}, {@code t1} and so on. */
    static List<Map<String, Object>> rows(LocalDate firstDay, int count) {
        return IntStream.range(0, count).mapToObj(i -> row(firstDay, i)).toList();
    }

    private static Map<String, Object> row(LocalDate firstDay, int i) {
        var hetu = Hetu.of(firstDay.plusDays(i / 100), '+', 900 + i % 100).value();
        return TestSandbox.row(
                "t" + i,
                Map.of(
                        "hetu",
                        hetu,
                        "etunimet",
                        "Erä Eino",
                        "kutsumanimi",
                        "Erä",
                        "sukunimi",
                        "Eräläinen" + (char) ('a' + i % 26)));
    }
}
