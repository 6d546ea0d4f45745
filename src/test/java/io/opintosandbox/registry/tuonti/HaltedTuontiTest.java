package io.opintosandbox.registry.tuonti;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.store.WorldDb;
import io.opintosandbox.testing.TestSandbox;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An import that cannot go on stops, others go on, and it can be started again: registry-behaviour.md 17.2. */
class HaltedTuontiTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.IDENTIFICATION, "off"));

    private static final LocalDate DAY = LocalDate.of(1810, 1, 1);

    @BeforeEach
    void nobody_is_there() {
        sandbox.reset();
    }

    @Test
    void a_failure_stops_the_import_after_the_last_good_part() {
        var id = sandbox.startImport(withTooLongName(250, 130));

        sandbox.settle();

        assertEquals(100, kasiteltyja(id));
        sandbox.as("yleistunniste")
                .get("/yleistunniste/tuonti=" + id)
                .then()
                .statusCode(200)
                .body("henkilot.size()", equalTo(100))
                .body("kasitelty", equalTo(false));
    }

    @Test
    void an_import_behind_a_stopped_one_is_done() {
        sandbox.startImport(withTooLongName(1, 0));
        var id = sandbox.startImport(People.rows(DAY.plusYears(1), 10));

        sandbox.settle();

        assertEquals(10, kasiteltyja(id));
        sandbox.control().get("/status").then().body("counts.openWork", equalTo(0));
    }

    @Test
    void started_again_it_stops_again_while_the_reason_is_there_and_goes_on_when_it_is_gone() {
        var id = sandbox.startImport(withTooLongName(250, 130));
        sandbox.settle();

        sandbox.as("yleistunniste2")
                .post("/yleistunniste/tuonti=" + id)
                .then()
                .statusCode(200)
                .body("kasiteltyja", equalTo(100))
                .body("kasitelty", equalTo(false));
        sandbox.settle();
        assertEquals(100, kasiteltyja(id));

        shortenName(id, 130);
        sandbox.as("yleistunniste2").post("/yleistunniste/tuonti=" + id).then().statusCode(200);
        sandbox.settle();

        assertEquals(250, kasiteltyja(id));
        sandbox.control().get("/status").then().body("counts.persons", equalTo(persons()));
        sandbox.as("yleistunniste").get("/yleistunniste/tuonti=" + id).then().body("henkilot.size()", equalTo(250));
    }

    @Test
    void nothing_of_the_failed_part_is_left() {
        var before = persons();
        sandbox.startImport(withTooLongName(250, 199));

        sandbox.settle();

        assertEquals(before + 100, persons());
    }

    private static List<Map<String, Object>> withTooLongName(int count, int at) {
        List<Map<String, Object>> rows = new ArrayList<>(People.rows(DAY, count));
        @SuppressWarnings("unchecked")
        Map<String, Object> henkilo =
                new HashMap<>((Map<String, Object>) rows.get(at).get("henkilo"));
        henkilo.put("sukunimi", "S" + "a".repeat(255));
        rows.set(at, TestSandbox.row("liian pitkä", henkilo));
        return rows;
    }

    private static void shortenName(long id, int nro) {
        db().sql("update tuonti_rivi set sukunimi = 'Sopiva' where world = :world and tuonti_id = :id and nro = :nro")
                .set("id", id)
                .set("nro", nro)
                .update();
    }

    private static int kasiteltyja(long id) {
        return sandbox.as("yleistunniste")
                .get("/yleistunniste/tuonti=" + id + "/perustiedot")
                .path("kasiteltyja");
    }

    private static int persons() {
        return (int)
                db().sql("select count(*) from henkilo where world = :world").number();
    }

    private static WorldDb db() {
        return sandbox.server().world("default").orElseThrow().db();
    }
}
