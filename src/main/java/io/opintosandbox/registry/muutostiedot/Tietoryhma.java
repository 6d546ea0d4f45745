package io.opintosandbox.registry.muutostiedot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A group of a message of the change feed, or of full data. Contract: registry-behaviour.md 20.
 *
 * @param data the group as VTJ sent it; dates inside are {@code {"arvo":"yyyy-MM-dd"}}
 * @param perustieto from full data, which tells what is and not what has changed
 */
record Tietoryhma(JsonNode data, boolean perustieto) {
    private static final Set<String> TIETOPAIVITYKSET = Set.of("LISATTY", "MUUTETTU", "KORJATTU");

    static List<Tietoryhma> kaikki(JsonNode tietoryhmat, boolean perustieto) {
        List<Tietoryhma> groups = new ArrayList<>();
        tietoryhmat.forEach(data -> groups.add(new Tietoryhma(data, perustieto)));
        return groups;
    }

    /** The kind of group, for example {@code KOTIKUNTA}. */
    String laji() {
        return data.path("tietoryhma").asText();
    }

    boolean on(String muutosattribuutti) {
        return data.path("muutosattribuutti").asText().equals(muutosattribuutti);
    }

    /** Whether the group tells what is true on that day. */
    boolean onTietopaivitys(LocalDate today) {
        return onMuutos() && !loppunut(paiva("loppupv"), today);
    }

    /** Whether the group adds or changes something, whatever its dates. */
    boolean onMuutos() {
        return perustieto
                || TIETOPAIVITYKSET.contains(data.path("muutosattribuutti").asText());
    }

    static boolean loppunut(LocalDate loppupv, LocalDate today) {
        return loppupv != null && !loppupv.isAfter(today);
    }

    /** A text, or null. */
    String teksti(String field) {
        var node = data.path(field);
        return node.isValueNode() && !node.isNull() ? node.asText() : null;
    }

    /** A text, without which the message cannot be applied. */
    String vaadittu(String field) {
        var text = teksti(field);
        if (text == null) {
            throw new MuutostietoVirhe(laji() + " has no " + field);
        }
        return text;
    }

    /** A text in one of two languages: the Swedish one only where it is wanted and there. */
    String teksti(String field, boolean ruotsiksi) {
        var node = data.path(field);
        var sv = node.path("sv").asText("");
        var fi = node.path("fi").asText("");
        return ruotsiksi && !sv.isEmpty() ? sv : fi;
    }

    boolean totuus(String field) {
        return data.path(field).asBoolean();
    }

    /** A date, or null. */
    LocalDate paiva(String field) {
        var node = data.path(field);
        var text = node.isObject() ? node.path("arvo").asText("") : node.asText("");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new MuutostietoVirhe(laji() + " has a " + field + " that is no date of the form yyyy-MM-dd");
        }
    }

    /** Codes, each a text or an object that holds one. */
    List<String> koodit(String field) {
        List<String> codes = new ArrayList<>();
        data.path(field)
                .forEach(node -> codes.add(
                        node.isObject() && !node.isEmpty()
                                ? node.elements().next().asText()
                                : node.asText()));
        return codes;
    }

    /** A part of the group. */
    Tietoryhma osa(String field) {
        return new Tietoryhma(data.path(field), perustieto);
    }

    boolean has(String field) {
        return data.hasNonNull(field);
    }

    /** What is true now instead of the group, when VTJ tells it. */
    List<Tietoryhma> voimassaolevat() {
        return kaikki(data.path("voimassaolevatTiedot"), perustieto);
    }
}
