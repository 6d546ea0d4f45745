package io.opintosandbox.registry.tuonti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.HeldBackground;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.world.World;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many statements imports take: as many for a row as for a hundred. */
class StatementCountTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.IDENTIFICATION, "off"));

    private static final LocalDate DAY = LocalDate.of(1820, 1, 1);

    @BeforeEach
    void nobody_is_there() {
        sandbox.reset();
    }

    @Test
    void rows_take_as_many_statements_whether_there_are_ten_or_a_thousand() {
        var small = sandbox.startImport(People.rows(DAY, 10));
        var large = sandbox.startImport(People.rows(DAY, 1_000));
        sandbox.settle();

        var ofSmall = countedRead(small);

        assertEquals(ofSmall, countedRead(large));
        assertTrue(ofSmall < 15, () -> "statements: " + ofSmall);
    }

    @Test
    void accepting_takes_as_many_statements_whether_there_are_ten_rows_or_a_thousand() {
        long[] statements = HeldBackground.during(world(), () -> new long[] {
            counted(() -> sandbox.startImport(People.rows(DAY, 10))),
            counted(() -> sandbox.startImport(People.rows(DAY, 1_000)))
        });

        assertEquals(statements[0], statements[1]);
    }

    @Test
    void a_part_takes_as_many_statements_whether_it_has_ten_rows_or_a_hundred() {
        var ofSmall = countedImport(10, DAY);
        var ofPart = countedImport(100, DAY.plusYears(1));

        // One more when the numbers of new rows run out just then.
        assertTrue(ofPart - ofSmall <= 1, () -> ofSmall + " and " + ofPart);
        assertTrue(ofPart < 25, () -> "statements: " + ofPart);
    }

    @Test
    void people_found_again_take_no_statement_of_their_own() {
        countedImport(100, DAY);

        var again = countedImport(100, DAY);

        assertTrue(again < 25, () -> "statements: " + again);
    }

    /** Counts from the moment the ticker may have the import on, whether it does the work or the settle. */
    private static long countedImport(int rows, LocalDate day) {
        long before = HeldBackground.during(world(), () -> {
            sandbox.startImport(People.rows(day, rows));
            return world().db().statementsRun();
        });
        world().settle();
        return world().db().statementsRun() - before;
    }

    private static long countedRead(long id) {
        var user = sandbox.as("yleistunniste");
        return counted(() -> user.get("/yleistunniste/tuonti=" + id).then().statusCode(200));
    }

    private static long counted(Runnable work) {
        var before = world().db().statementsRun();
        work.run();
        return world().db().statementsRun() - before;
    }

    private static World world() {
        return sandbox.server().world("default").orElseThrow();
    }
}
