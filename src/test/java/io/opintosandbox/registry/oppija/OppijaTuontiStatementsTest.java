package io.opintosandbox.registry.oppija;

import static io.opintosandbox.registry.oppija.Rivit.avain;
import static io.opintosandbox.registry.oppija.Rivit.henkilo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.HeldBackground;
import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many statements wide imports and the reports about them take, however many rows there are. */
class OppijaTuontiStatementsTest {
    private static final String TUOJA = "oppijoidentuonti";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.IDENTIFICATION, "off"));

    private final Rivit rivit = new Rivit(sandbox);
    private final RegistryCalls calls = new RegistryCalls(sandbox);

    @Test
    void a_part_with_all_four_kinds_of_keys_takes_a_handful_of_statements() {
        var rows = IntStream.range(0, 100)
                .mapToObj(OppijaTuontiStatementsTest::row)
                .toList();

        var created = countedImport(rows);
        var found = countedImport(rows);

        assertTrue(created < 25, () -> "statements: " + created);
        assertTrue(found < 25, () -> "statements: " + found);
    }

    @Test
    void rows_and_reports_take_as_many_statements_for_ten_people_as_for_a_hundred() {
        var ten = rivit.tuo(TUOJA, rows(10));
        var hundred = rivit.tuo(TUOJA, rows(100));

        for (var path : List.of("/oppija/tuonti=%s", "/oppija/muuttuneet?count=100&tuontiId=%s")) {
            assertEquals(counted(path.formatted(ten)), counted(path.formatted(hundred)), path);
        }
        for (var path : List.of("/oppija/tuontikooste?pageSize=", "/internal/oppijoidentuonti/virheet?count=")) {
            assertEquals(counted(path + 1), counted(path + 100), path);
        }
    }

    private static Map<String, Object> row(int i) {
        return switch (i % 4) {
            case 0 -> henkilo("hetu", TestSandbox.someone("Sata", "Satanen").hetu(), "passinumero", avain());
            case 1 -> henkilo("oid", "1.2.246.562.98." + i);
            case 2 -> henkilo("passinumero", avain());
            default -> henkilo("sahkoposti", avain() + "@example.com");
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, Object>[] rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(OppijaTuontiStatementsTest::row)
                .toArray(Map[]::new);
    }

    private long countedImport(List<Map<String, Object>> rows) {
        var idle = world().db().statementsRun();
        world().settle();
        var perSettle = world().db().statementsRun() - idle;
        long before = HeldBackground.during(world(), () -> {
            rivit.aloita(TUOJA, rows);
            return world().db().statementsRun();
        });
        world().settle();
        // The other kinds of work look whether there is anything for them, twice now: before the import and after it.
        return world().db().statementsRun() - before - 2 * perSettle;
    }

    private long counted(String path) {
        var before = world().db().statementsRun();
        calls.get(TUOJA, path).then().statusCode(200);
        return world().db().statementsRun() - before;
    }

    private static World world() {
        return sandbox.server().world("default").orElseThrow();
    }
}
