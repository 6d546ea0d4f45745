package io.opintosandbox.lives;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.json.Json;
import io.opintosandbox.vtj.VtjHenkilo.Kotikunta;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One observed life, as the files of {@code src/test/resources/lives} tell it: who there is, and step by step what
 * happens and what is another then. Contract: exchanges/lives-*.md.
 *
 * @param start where the clock stands first; 2026-11-21T10:00:00Z by default
 * @param people in the order in which the registry has got to know them
 */
record Life(String name, String start, List<Person> people, List<Step> steps) {

    /**
     * Somebody before the life begins.
     *
     * @param identified whether VTJ has identified the person
     * @param oldHetu the hetu under which the registry got to know the person, when it was another
     * @param ownGroup whether the person has an e-mail address of another origin than VTJ
     * @param guardians hetus of other people of this life
     * @param asiointiKieli set when the full data is there already
     */
    record Person(
            String id,
            String hetu,
            String etunimet,
            String kutsumanimi,
            String sukunimi,
            boolean identified,
            boolean passivoitu,
            String oldHetu,
            boolean ownGroup,
            List<String> guardians,
            String kotikunta,
            List<Kotikunta> edellisetKotikunnat,
            String asiointiKieli,
            ObjectNode vtj) {}

    /**
     * What happens, and what has become another when the clock has gone on.
     *
     * @param first what is done before one looks how things are
     * @param until where the clock goes; an hour on by default
     * @param settle whether the background work is finished instead, full data with it
     * @param changes by person and field; everything else of everybody is as before
     * @param modified whose {@code modified} is later than before
     * @param guardianChanges who is listed by huoltajasuhdemuutokset/alkaen
     * @param messages the state of the messages of the events; applied by default
     */
    record Step(
            List<First> first,
            List<Event> events,
            String until,
            boolean settle,
            Map<String, Change> changes,
            List<String> modified,
            List<String> guardianChanges,
            String messages) {}

    /** Fields of a VTJ person that are put there without a message, a hetu that VTJ is to forget, or a settle. */
    record First(ObjectNode vtj, String forget, boolean settle) {}

    /**
     * An event.
     *
     * @param under the hetu
     * @param messages the state of its message, when it is not that of the step
     */
    record Event(String under, JsonNode event, String messages) {}

    /** What a field was, when the life tells it, and what it is then. */
    record Change(JsonNode from, JsonNode to) {}

    /** The lives of a file; what is not there is null or false. */
    static List<Life> read(String file) {
        try (var in = Life.class.getResourceAsStream("/lives/" + file + ".json")) {
            return Arrays.asList(Json.read(Json.write(Json.tree(in)), Life[].class));
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
