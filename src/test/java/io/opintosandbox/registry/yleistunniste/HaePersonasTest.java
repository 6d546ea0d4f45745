package io.opintosandbox.registry.yleistunniste;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.fixtures.Fixtures;
import io.opintosandbox.fixtures.Persona;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ready-made people keep what their {@code try} lines promise about hae. */
class HaePersonasTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final List<Persona> PERSONAS =
            new Fixtures(Optional.empty()).personas().personas();

    /** Persona, etunimet, kutsumanimi, sukunimi, status. */
    private static final String PROMISES = """
            only-in-vtj|Aino Maria|Aino|Esimerkkilä|200
            identified-already|Onni Eemeli|Onni|Mallikas|200
            unidentified-not-in-vtj|Tuulikki Saima|Tuulikki|Olematon|200
            unidentified-name-differs|Venla Sofia|Venla|Rantakoe|200
            unidentified-name-differs|Venla Sofia|Venla|Kuusimalli|409
            unidentified-void-hetu|Reino Kalervo|Reino|Mitätönsalo|200
            nickname-conflict|Sasha|Sasha|Testov|409
            nickname-conflict|Aleksandr|Aleksandr|Testov|200
            double-surname-conflict|Kerttu Orvokki|Kerttu|Koe|409
            double-surname-conflict|Kerttu Orvokki|Kerttu|Nieminen-Koe|200
            double-surname-conflict|Kerttu Orvokki|Kerttu|nieminen koe|200
            former-surname|Maria Helena|Maria|Testilä|409
            former-surname|Maria Helena|Maria|Harjoitus|200
            double-first-name|Anna-Kaisa Inkeri|Anna-Kaisa|Testikoski|200
            double-first-name|Anna-Kaisa Inkeri|Anna|Testikoski|200
            double-first-name|Anna-Kaisa Inkeri|Kaisa|Testikoski|200
            double-first-name|Anna-Kaisa Inkeri|Inkeri|Testikoski|200
            double-first-name|Anna-Kaisa Inkeri|Anni|Testikoski|400
            swedish-speaker|Linnea Margareta|Linnea|Exempel|200
            diacritics|Åke|Åke|Öhman|200
            diacritics|Ake|Ake|Ohman|200
            diacritics|Aake|Aake|Ohmann|200
            diacritics|Okke|Okke|Öhman|409
            particle|Sofia Charlotta|Charlotta|von Essen-Testi|200
            particle|Sofia Charlotta|Charlotta|Essen-Testi|200
            particle|Sofia Charlotta|Charlotta|von Essen Testi|200
            particle|Sofia Charlotta|Charlotta|Essen|409
            apostrophe|Liam Patrick|Liam|O'Neill|200
            apostrophe|Liam Patrick|Liam|O’Neill|200
            apostrophe|Liam Patrick|Liam|ONeill|200
            vietnamese-name|Thị Hương|Hương|Nguyễn|200
            vietnamese-name|Thi Huong|Huong|Nguyen|200
            vietnamese-name|Nguyễn|Nguyễn|Hương|409
            slavic-diacritics|Šárka|Šárka|Dvořáková|200
            slavic-diacritics|Sarka|Sarka|Dvorakova|200
            cyrillic-spelling|Иван|Иван|Иванов|200
            cyrillic-spelling|Ivan|Ivan|Ivanov|200
            child-with-guardians|Kaapo Eino|Kaapo|Koeperhe|200
            guardian-mother|Eeva Johanna|Eeva|Koeperhe|200
            guardian-father|Jukka Tapani|Jukka|Koeperhe|200
            child-guardian-without-hetu|Emilia Aurora|Emilia|Tamm-Testi|200
            restricted-address|Iida Amanda|Iida|Suojakoski|200
            deceased|Eino Armas|Eino|Muistola|200
            void-hetu|Tauno Ilmari|Tauno|Mitätönmäki|409
            void-hetu|Joku Muu|Joku|Toinen|409
            changed-hetu-old|Saara Eveliina|Saara|Vaihtola|200
            changed-hetu-new|Saara Eveliina|Saara|Vaihtola|200
            leap-day|Karla Josefiina|Karla|Karkauskoski|200
            born-1800s|Kustaa Vilhelm|Kustaa|Ikinen|200
            sign-19xx-hyphen|Pekka Olavi|Pekka|Merkkilä|200
            sign-19xx-hyphen|Heikki Ensio|Heikki|Toisiomaa|409
            sign-19xx-y|Heikki Ensio|Heikki|Toisiomaa|200
            sign-20xx-a|Helmi Eerika|Helmi|Aakkola|200
            sign-20xx-a|Ronja Isabella|Ronja|Beetamäki|409
            sign-20xx-b|Ronja Isabella|Ronja|Beetamäki|200
            namesake-first|Antti Juhani|Antti|Samanen|200
            namesake-second|Antti Juhani|Antti|Samanen|200
            guide-identified|Siiri Matilda|Siiri|Opastaja|200
            oph-example|Magdalena Testi|Magdalena|Sallinen-Testi|200
            foreign-citizen|Tanel|Tanel|Näidis|200
            no-kutsumanimi|Elli Sylvia|Sylvia|Nimetön|200
            moved-abroad|Janne Mikael|Janne|Ulkola|200
            home-municipality-history|Riitta Anneli|Riitta|Muuttonen|200
            """;

    private static final Set<String> NEVER_IDENTIFIED = Set.of(
            "unidentified-not-in-vtj", "unidentified-name-differs", "unidentified-void-hetu", "changed-hetu-old");

    record Promise(String persona, String etunimet, String kutsumanimi, String sukunimi, int status) {
        static Promise of(String line) {
            var words = line.split("\\|", -1);
            return new Promise(words[0], words[1], words[2], words[3], Integer.parseInt(words[4]));
        }

        Map<String, Object> haku() {
            return Map.of(
                    "hetu",
                    PERSONAS.stream()
                            .filter(one -> one.name().equals(persona))
                            .findFirst()
                            .orElseThrow()
                            .hetu(),
                    "etunimet",
                    etunimet,
                    "kutsumanimi",
                    kutsumanimi,
                    "sukunimi",
                    sukunimi);
        }
    }

    static List<Promise> promises() {
        return PROMISES.lines().map(Promise::of).toList();
    }

    @BeforeEach
    void everybody_is_as_at_the_start() {
        sandbox.reset();
        sandbox.control().body("{\"mode\":\"fixed\"}").put("/clock").then().statusCode(200);
    }

    @Test
    void everybody_with_a_hetu_is_asked_for() {
        var withHetu = PERSONAS.stream()
                .filter(persona -> persona.hetu() != null)
                .map(Persona::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(
                withHetu, promises().stream().map(Promise::persona).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("promises")
    void hae_answers_as_the_persona_promises(Promise promise) {
        sandbox.hae(promise.haku()).then().statusCode(promise.status());
    }

    @Test
    void everybody_found_is_identified_by_a_settle_except_those_who_are_there_for_the_failure() {
        var found = promises().stream()
                .filter(promise -> promise.status() == 200)
                // Joining two persons of one hetu is not simulated yet.
                .filter(promise -> !promise.persona().equals("changed-hetu-old"))
                .collect(Collectors.toMap(Promise::persona, promise -> promise, (a, b) -> a));
        found.values().forEach(promise -> sandbox.hae(promise.haku()).then().statusCode(200));

        sandbox.settle();

        found.forEach((name, promise) -> sandbox.hae(promise.haku())
                .then()
                .statusCode(200)
                .body("oppijanumero", NEVER_IDENTIFIED.contains(name) ? nullValue() : notNullValue()));
    }

    @Test
    void the_identified_one_has_its_number_at_once_and_the_new_one_once_before_the_identification() {
        var identified = promise("identified-already");
        var oid = sandbox.hae(identified.haku()).then().extract().<String>path("oid");
        sandbox.hae(identified.haku()).then().body("oid", equalTo(oid)).body("oppijanumero", equalTo(oid));

        var fresh = promise("only-in-vtj");
        var created = sandbox.hae(fresh.haku()).then().extract().<String>path("oppijanumero");
        sandbox.hae(fresh.haku()).then().body("oid", equalTo(created)).body("oppijanumero", nullValue());
    }

    @Test
    void a_changed_hetu_can_be_asked_for_until_the_identification_has_moved_it() {
        var old = promise("changed-hetu-old");
        var oid = sandbox.hae(old.haku()).then().statusCode(200).extract().<String>path("oid");

        sandbox.settle();

        sandbox.hae(old.haku())
                .then()
                .statusCode(400)
                .body("fieldErrors.code", equalTo(List.of("socialsecuritynr.already.exists")));
        sandbox.hae(promise("changed-hetu-new").haku()).then().statusCode(200).body("oid", equalTo(oid));
    }

    @Test
    void namesakes_and_hetus_that_differ_in_the_sign_are_people_of_their_own() {
        var oids = List.of(
                        "namesake-first",
                        "namesake-second",
                        "sign-19xx-hyphen",
                        "sign-19xx-y",
                        "sign-20xx-a",
                        "sign-20xx-b")
                .stream()
                .map(name -> sandbox.hae(promise(name).haku()).then().extract().<String>path("oid"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());

        assertEquals(6, oids.size());
    }

    @Test
    void a_learner_without_hetu_is_told_about_by_oid_alone() {
        sandbox.reset();
        var world = sandbox.server().world("default").orElseThrow();
        for (var sukunimi : List.of("Testaaja-Rahimi", "Puuttuvainen", "Yksilöimätön-Cruz")) {
            var oid = world.db()
                    .sql("select oid from henkilo where world = :world and sukunimi = :sukunimi")
                    .set("sukunimi", sukunimi)
                    .first(row -> row.text("oid"))
                    .orElseThrow();

            sandbox.as("yleistunniste")
                    .get("/yleistunniste/hae/" + oid)
                    .then()
                    .statusCode(200)
                    .body("oppijanumero", nullValue());
        }
    }

    private static Promise promise(String name) {
        return promises().stream()
                .filter(one -> one.persona().equals(name) && one.status() == 200)
                .findFirst()
                .orElseThrow();
    }
}
