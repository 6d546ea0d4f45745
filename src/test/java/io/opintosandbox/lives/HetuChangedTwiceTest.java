package io.opintosandbox.lives;

import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.testing.Vaestotapahtumat;
import io.opintosandbox.vtj.VtjHenkilo;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** By which of three hetus a person is found: exchanges/lives-hetu.md, "Lookups after hetu-changed-twice". */
class HetuChangedTwiceTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final RegistryCalls registry = new RegistryCalls(sandbox);
    private final Vaestotapahtumat vtj = new Vaestotapahtumat(sandbox);
    private VtjHenkilo anna;
    private String b;
    private String c;
    private String oid;

    @BeforeEach
    void somebody_has_gone_from_one_hetu_to_the_next_and_on() {
        sandbox.control().body("{\"now\":\"2026-11-21T10:00:00Z\"}").put("/clock");
        anna = sandbox.vtjHas(someone("Anna Liisa", "Virtanen-Testi"));
        b = someone("Joku", "Toinen").hetu();
        c = someone("Joku", "Kolmas").hetu();
        oid = registry.luo(uusi(anna.hetu()));
        sandbox.settle();
        vtj.tapahtuu(anna.hetu(), Map.of("type", "HETU_CHANGE", "uusiHetu", b));
        sandbox.settle();
        vtj.tapahtuu(b, Map.of("type", "HETU_CHANGE", "uusiHetu", c));
        sandbox.settle();
    }

    @Test
    void the_first_and_the_last_find_the_person_and_the_one_between_does_not() {
        registry.henkilo(oid).body("hetu", equalTo(c)).body("kaikkiHetut", contains(anna.hetu()));
        for (var hetu : new String[] {anna.hetu(), c}) {
            registry.get("rekisterinpitaja", "/henkilo/hetu=" + hetu)
                    .then()
                    .statusCode(200)
                    .body("oidHenkilo", equalTo(oid));
            registry.get("rekisterinpitaja", "/s2s/oidByHetu/" + hetu)
                    .then()
                    .statusCode(200)
                    .body(equalTo(oid));
        }
        registry.get("rekisterinpitaja", "/henkilo/hetu=" + b).then().statusCode(404);
        registry.get("rekisterinpitaja", "/s2s/oidByHetu/" + b).then().statusCode(404);
    }

    @Test
    void the_one_between_is_free_for_a_new_person() {
        for (var hetu : new String[] {anna.hetu(), c}) {
            registry.post("rekisterinpitaja", "/henkilo", uusi(hetu)).then().statusCode(400);
        }
        registry.post("rekisterinpitaja", "/henkilo", uusi(b)).then().statusCode(201);
    }

    private Map<String, Object> uusi(String hetu) {
        return Map.of(
                "hetu",
                hetu,
                "etunimet",
                anna.etunimet(),
                "kutsumanimi",
                anna.kutsumanimi(),
                "sukunimi",
                anna.sukunimi());
    }
}
