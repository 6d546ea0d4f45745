package io.opintosandbox.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Finds the oppijanumero of one student, and tells apart what the registry answers. */
final class Adapter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Registry registry;

    Adapter(Registry registry) {
        this.registry = registry;
    }

    /** What the registry knows of a student. */
    enum Outcome {
        /** Has an oppijanumero: keep it. */
        IDENTIFIED,
        /** Is in the registry and has no oppijanumero yet: ask again later, do not keep the OID as one. */
        NOT_IDENTIFIED,
        /** Unknown to the registry and to the population register: check the hetu. */
        NOT_FOUND,
        /** The hetu is somebody's with other names: let a clerk look at it, do not ask again unchanged. */
        OTHER_NAMES,
        /** The question is wrong: see the message. */
        BAD_QUESTION,
        /** The registry cannot tell now: ask again later. */
        UNAVAILABLE
    }

    /** @param oppijanumero null unless identified */
    record Answer(Outcome outcome, String oppijanumero) {}

    Answer fetch(Learner learner) {
        var question = write(Map.of(
                "hetu", learner.hetu(),
                "etunimet", learner.etunimet(),
                "kutsumanimi", learner.kutsumanimi(),
                "sukunimi", learner.sukunimi()));
        var answer = registry.call("POST", "/yleistunniste/hae", question);
        return switch (answer.statusCode()) {
            case 200 -> found(read(answer.body()));
            case 400 -> new Answer(Outcome.BAD_QUESTION, null);
            case 404 -> new Answer(Outcome.NOT_FOUND, null);
            case 409 -> new Answer(Outcome.OTHER_NAMES, null);
            case 401 -> throw new IllegalStateException("The right 'Oppijanumeron haku' is missing.");
            default -> new Answer(Outcome.UNAVAILABLE, null);
        };
    }

    private static Answer found(JsonNode body) {
        var oppijanumero = body.path("oppijanumero").asText("");
        return oppijanumero.isEmpty()
                ? new Answer(Outcome.NOT_IDENTIFIED, null)
                : new Answer(Outcome.IDENTIFIED, oppijanumero);
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The registry's answer is not JSON.", e);
        }
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The question cannot be written.", e);
        }
    }
}
