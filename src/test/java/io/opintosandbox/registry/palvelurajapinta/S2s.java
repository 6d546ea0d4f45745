package io.opintosandbox.registry.palvelurajapinta;

import io.opintosandbox.json.Json;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.HenkiloLuonti;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.UusiHenkilo;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.world.World;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The words of tests of the service-to-service calls: who asks, and who is in the registry. */
final class S2s {
    static final String REKISTERINPITAJA = "OPPIJANUMEROREKISTERI_REKISTERINPITAJA";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final TestSandbox sandbox;

    S2s(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    World world() {
        return sandbox.server().world("default").orElseThrow();
    }

    /** A user with these rights at the root organisation. */
    String user(String... rights) {
        return sandbox.userWith(
                "s2s-" + String.join("-", rights).toLowerCase(java.util.Locale.ROOT),
                Map.of(TestSandbox.ROOT, List.of(rights)));
    }

    Response get(String path) {
        return sandbox.as(user(REKISTERINPITAJA)).get("/s2s" + path);
    }

    Response post(String path, Object body) {
        return postAs(user(REKISTERINPITAJA), path, body);
    }

    Response postAs(String user, String path, Object body) {
        return sandbox.as(user)
                .contentType(ContentType.JSON)
                .body(body instanceof String text ? text : Json.write(body))
                .post("/s2s" + path);
    }

    /** A surname that nobody else in this run has. */
    static String sukunimi() {
        return "Koe" + NUMBERS.incrementAndGet();
    }

    Henkilo henkilo(String etunimet, String sukunimi) {
        return henkilo(UusiHenkilo.nimeltaan(etunimet, etunimet.split(" ", -1)[0], sukunimi));
    }

    Henkilo henkilo(UusiHenkilo.Rakentaja uusi) {
        return henkilot(List.of(uusi.valmis())).get(0);
    }

    List<Henkilo> henkilot(List<UusiHenkilo> uudet) {
        var luonti = world().part(HenkiloLuonti.class);
        List<Henkilo> luodut = new ArrayList<>();
        for (int from = 0; from < uudet.size(); from += 1000) {
            var part = uudet.subList(from, Math.min(from + 1000, uudet.size()));
            luodut.addAll(world().db().transaction(() -> luonti.luoKaikki(part, "1.2.246.562.24.90000000001")));
        }
        return luodut;
    }

    /** Makes one a slave of the other. */
    void linkita(Henkilo slave, Henkilo master) {
        world().part(Henkilot.class).asetaTila(slave, false, master.id(), true, true);
    }

    /** When the person counts as modified. */
    void muokattu(Henkilo henkilo, long millis) {
        world().db()
                .sql("update henkilo set muokattu = :muokattu where world = :world and id = :id")
                .set("muokattu", millis)
                .set("id", henkilo.id())
                .update();
    }
}
