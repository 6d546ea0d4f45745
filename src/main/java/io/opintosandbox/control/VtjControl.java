package io.opintosandbox.control;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.control.ControlRoutes.Reply;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.id.HetuVirhe;
import io.opintosandbox.json.Json;
import io.opintosandbox.vtj.Vtj;
import io.opintosandbox.vtj.VtjHenkilo;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/** The fake population register of a world. Contract: control-api.md, "vtj/persons" and "A VTJ person". */
final class VtjControl {
    private static final int MOST = 1000;
    private static final int LONGEST_QUERY = 200;
    private static final Set<String> FLAGS = Set.of("turvakielto", "passivoitu");
    private static final String[] FIELDS = {
        "hetu",
        "etunimet",
        "kutsumanimi",
        "sukunimi",
        "entisetSukunimet",
        "sukupuoli",
        "aidinkieli",
        "kansalaisuudet",
        "kotikunta",
        "turvakielto",
        "kuolinpaiva",
        "passivoitu",
        "uusiHetu",
        "sahkoposti",
        "osoite",
        "huoltajat",
        "kuntaanMuuttopv",
        "edellisetKotikunnat",
        "postiosoite",
        "tilapainenOsoite",
        "ulkomainenOsoite",
        "tilapainenUlkomainenOsoite",
        // Follows from others; stands here so that what was read can be written back.
        "huollettavat"
    };

    Reply list(ControlCall call) {
        var query = Objects.requireNonNullElse(call.queryText("query"), "");
        if (query.length() > LONGEST_QUERY) {
            throw ControlProblem.badRequest(
                    "The query must be " + LONGEST_QUERY + " characters at most: ask for fewer words.");
        }
        var page = call.queryNumber("page", 1, 1, Integer.MAX_VALUE);
        var count = call.queryNumber("count", 20, 1, MOST);
        return Reply.ok(call.world().part(Vtj.class).list(query, page, count));
    }

    Reply person(ControlCall call) {
        return Reply.ok(call.world()
                .part(Vtj.class)
                .tiedot(call.path("hetu"))
                .orElseThrow(() -> ControlProblem.notFound("VTJ knows nobody of this hetu; PUT adds a person.")));
    }

    Reply add(ControlCall call) {
        var given = call.body(with("syntymaaika"));
        checkTypes(given);
        checkGuardians(given);
        if (given.hasNonNull("hetu")) {
            checkHetu(ControlCall.text(given, "hetu"), "/hetu");
        }
        try {
            var henkilo = call.world().part(Vtj.class).add(given);
            return new Reply(
                    201, henkilo, "/sandbox/vtj/persons/" + henkilo.hetu().replace("+", "%2B"));
        } catch (IllegalArgumentException e) {
            throw ControlProblem.badRequest(e.getMessage());
        }
    }

    Reply put(ControlCall call) {
        var hetu = call.path("hetu");
        checkHetu(hetu, null);
        var body = call.body(FIELDS);
        checkTypes(body);
        checkGuardians(body);
        var inBody = ControlCall.text(body, "hetu");
        if (inBody != null && !inBody.equals(hetu)) {
            throw ControlProblem.badField("/hetu", "The hetu must be the one in the path, or left out.");
        }
        body.put("hetu", hetu);
        var henkilo = henkilo(body);
        var isNew = call.world().part(Vtj.class).put(henkilo);
        return new Reply(isNew ? 201 : 200, henkilo, null);
    }

    Reply forget(ControlCall call) {
        var hetu = call.path("hetu");
        checkHetu(hetu, null);
        call.world().part(Vtj.class).forget(hetu);
        return Reply.noContent();
    }

    /** What is no text would be made one in silence, and a code 91 is not the municipality 091. */
    private static void checkTypes(ObjectNode person) {
        person.properties().forEach(entry -> {
            if (FLAGS.contains(entry.getKey())) {
                if (!entry.getValue().isBoolean() && !entry.getValue().isNull()) {
                    throw ControlProblem.badField("/" + entry.getKey(), "The field must be true or false.");
                }
            } else {
                checkTexts(entry.getValue(), "/" + entry.getKey());
            }
        });
    }

    private static void checkTexts(JsonNode node, String pointer) {
        if (node.isNumber() || node.isBoolean()) {
            throw ControlProblem.badField(pointer, "The field must be a text.");
        }
        node.properties().forEach(entry -> checkTexts(entry.getValue(), pointer + "/" + entry.getKey()));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            checkTexts(node.get(i), pointer + "/" + i);
        }
    }

    /** A wrong check character is a test case; what cannot be a hetu is a mistake that would leave nobody there. */
    private static void checkGuardians(ObjectNode person) {
        var huoltajat = person.path("huoltajat");
        for (int i = 0; i < huoltajat.size(); i++) {
            var hetu = huoltajat.get(i).isObject() ? huoltajat.get(i).path("hetu") : huoltajat.get(i);
            var isHetu = Hetu.virhe(hetu.asText())
                    .filter(virhe -> virhe != HetuVirhe.CHECK_CHARACTER)
                    .isEmpty();
            if (hetu.isTextual() && !isHetu) {
                throw ControlProblem.badField(
                        "/huoltajat/" + i,
                        "A guardian is a hetu, for example 010190-901R, or an object with hetu or with etunimet and"
                                + " sukunimi.");
            }
        }
    }

    private static VtjHenkilo henkilo(ObjectNode body) {
        try {
            return Json.convert(body, VtjHenkilo.class);
        } catch (JsonMappingException e) {
            var pointer = new StringBuilder();
            e.getPath()
                    .forEach(part -> pointer.append('/')
                            .append(
                                    part.getFieldName() == null
                                            ? String.valueOf(part.getIndex())
                                            : part.getFieldName()));
            throw ControlProblem.badField(pointer.toString(), "The person cannot be read: " + reason(e) + ".");
        } catch (JacksonException e) {
            throw ControlProblem.notJson(e.getOriginalMessage());
        }
    }

    private static String reason(JsonMappingException e) {
        return e.getCause() instanceof IllegalArgumentException cause ? cause.getMessage() : e.getOriginalMessage();
    }

    private static void checkHetu(String hetu, String field) {
        Hetu.virhe(hetu).ifPresent(virhe -> {
            throw ControlProblem.badField(
                    field,
                    switch (virhe) {
                        case LENGTH -> "The hetu must be 11 characters, for example 010190-901R.";
                        case SHAPE ->
                            "The hetu must be ddmmyy, a separator out of + - Y X W V U A B C D E F, three digits and a"
                                    + " check character.";
                        case DATE -> "The hetu must begin with a day from 01 to 31 and a month from 01 to 12.";
                        case CHECK_CHARACTER ->
                            "The check character of the hetu must be "
                                    + Hetu.checkCharacter(hetu.substring(0, 6), Integer.parseInt(hetu.substring(7, 10)))
                                    + ".";
                    });
        });
    }

    private static String[] with(String more) {
        var fields = Arrays.copyOf(FIELDS, FIELDS.length + 1);
        fields[FIELDS.length] = more;
        return fields;
    }
}
