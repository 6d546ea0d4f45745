package io.opintosandbox.lives;

import static io.opintosandbox.lives.Life.orNone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.json.Json;
import io.opintosandbox.lives.Life.Person;
import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.testing.Vaestotapahtumat;
import io.opintosandbox.vtj.VtjHenkilo.Huoltaja;
import io.opintosandbox.vtj.VtjHenkilo.Osoite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the people of a life to where it begins: "Unless said otherwise p is …", exchanges/lives-*.md. */
final class BeforeState {
    private static final Osoite OSOITE =
            new Osoite("Testikatu 1 A 5", "00100", "HELSINKI", "Testgatan 1 A 5", "HELSINGFORS", "Suomi", "Finland");

    private final TestSandbox sandbox;
    private final RegistryCalls registry;
    private final Vaestotapahtumat vtj;

    BeforeState(TestSandbox sandbox) {
        this.sandbox = sandbox;
        this.registry = new RegistryCalls(sandbox);
        this.vtj = new Vaestotapahtumat(sandbox);
    }

    /** Answers everybody's OID by the name in the life. */
    Map<String, String> of(Life life) {
        Map<String, String> oids = new LinkedHashMap<>();
        for (var person : life.people()) {
            if (person.identified()) {
                putIntoVtj(person);
            }
            oids.put(person.id(), registry.luo(uusi(person)));
        }
        sandbox.settle();
        for (var person : life.people()) {
            var oid = oids.get(person.id());
            if (!person.identified()) {
                // Identification has failed for good, because VTJ did not know the person then.
                putIntoVtj(person);
            }
            if (person.asiointiKieli() != null) {
                registry.put(
                                "rekisterinpitaja",
                                "/henkilo",
                                Map.of(
                                        "oidHenkilo",
                                        oid,
                                        "asiointiKieli",
                                        Map.of("kieliKoodi", person.asiointiKieli())))
                        .then()
                        .statusCode(200);
            }
            if (person.passivoitu()) {
                registry.delete("rekisterinpitaja", "/henkilo/" + oid).then().statusCode(200);
            }
            orNone(person.guardians()).forEach(hetu -> guardian(life, person, hetu));
        }
        sandbox.settle();
        return oids;
    }

    /** By the feed, because identification would bring relations without dates. */
    private void guardian(Life life, Person child, String hetu) {
        var guardian = life.people().stream()
                .filter(person -> person.hetu().equals(hetu))
                .findFirst()
                .orElseThrow();
        vtj.tapahtuu(
                child.hetu(),
                Json.write(Json.node(new Huoltaja(
                                hetu,
                                guardian.etunimet(),
                                guardian.sukunimi(),
                                null,
                                List.of(),
                                "2015-06-01",
                                "2033-06-01"))
                        .<ObjectNode>deepCopy()
                        .put("type", "GUARDIAN_ADDED")));
    }

    private void putIntoVtj(Person person) {
        if (person.oldHetu() != null) {
            put(person.oldHetu(), Json.object().put("passivoitu", true).put("uusiHetu", person.hetu()));
        }
        var henkilo = Json.object()
                .put("etunimet", person.etunimet())
                .put("kutsumanimi", person.kutsumanimi())
                .put("sukunimi", person.sukunimi())
                .put("aidinkieli", "fi")
                .put("kotikunta", person.kotikunta() == null ? "091" : person.kotikunta())
                .put("kuntaanMuuttopv", "2020-01-01")
                .put("sahkoposti", "vtj@example.com");
        henkilo.putArray("kansalaisuudet").add("246");
        henkilo.set("osoite", Json.node(OSOITE));
        henkilo.set("edellisetKotikunnat", Json.node(orNone(person.edellisetKotikunnat())));
        if (person.vtj() != null) {
            henkilo.setAll(person.vtj());
        }
        put(person.hetu(), henkilo);
    }

    private void put(String hetu, ObjectNode henkilo) {
        sandbox.control()
                .body(Json.write(henkilo))
                .put("/vtj/persons/" + hetu)
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
    }

    private static Map<String, Object> uusi(Person person) {
        Map<String, Object> uusi = new LinkedHashMap<>();
        uusi.put("hetu", person.oldHetu() == null ? person.hetu() : person.oldHetu());
        uusi.put("etunimet", person.etunimet());
        uusi.put("kutsumanimi", person.kutsumanimi());
        uusi.put("sukunimi", person.sukunimi());
        if (person.ownGroup()) {
            uusi.put(
                    "yhteystiedotRyhma",
                    List.of(RegistryCalls.ryhma("yhteystietotyyppi2", "YHTEYSTIETO_SAHKOPOSTI", "oma@example.com")));
        }
        return uusi;
    }
}
