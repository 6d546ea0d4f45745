package io.opintosandbox.vtj.muutostieto;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.id.HetuVirhe;
import io.opintosandbox.json.Json;
import io.opintosandbox.vtj.muutostieto.TapahtumaVirhe.Syy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** The fields of an event, each with what it must hold. Errors: {@link TapahtumaVirhe}. */
final class Tapahtumakentat {
    private static final Pattern PV = Pattern.compile("[1-9]\\d{3}-\\d{2}-\\d{2}");

    private final ObjectNode kentat;
    private final String pointer;

    private Tapahtumakentat(ObjectNode kentat, String pointer) {
        this.kentat = kentat;
        this.pointer = pointer;
    }

    /** The fields of an event that may have these and no others. */
    static Tapahtumakentat of(ObjectNode tapahtuma, Collection<String> tunnetut) {
        return new Tapahtumakentat(tapahtuma, "").vain(tunnetut);
    }

    /** Whether the field is there, be it null. */
    boolean on(String kentta) {
        return kentat.has(kentta);
    }

    /** Whether the field holds something. */
    boolean onArvo(String kentta) {
        return kentat.hasNonNull(kentta);
    }

    /** A text that is not blank; null when the field is missing or null. */
    String teksti(String kentta) {
        var arvo = kentat.get(kentta);
        if (arvo == null || arvo.isNull()) {
            return null;
        }
        if (!arvo.isTextual() || arvo.textValue().isBlank()) {
            throw virhe(kentta, "The field must be a text that is not blank.");
        }
        return arvo.textValue();
    }

    String vaadittuTeksti(String kentta) {
        var arvo = teksti(kentta);
        if (arvo == null) {
            throw virhe(kentta, "The field is missing; give it a text.");
        }
        return arvo;
    }

    /** A date yyyy-MM-dd; null when the field is missing or null. */
    String pv(String kentta) {
        var arvo = teksti(kentta);
        if (arvo != null && !isPv(arvo)) {
            throw virhe(kentta, "The field must be a date of the form yyyy-MM-dd, for example 2026-03-01.");
        }
        return arvo;
    }

    String vaadittuPv(String kentta) {
        var arvo = pv(kentta);
        if (arvo == null) {
            throw virhe(kentta, "The field is missing; give it a date of the form yyyy-MM-dd.");
        }
        return arvo;
    }

    /** A hetu; a wrong check character is a test case. Null when the field is missing or null. */
    String hetu(String kentta) {
        var arvo = teksti(kentta);
        if (arvo != null
                && Hetu.virhe(arvo)
                        .filter(virhe -> virhe != HetuVirhe.CHECK_CHARACTER)
                        .isPresent()) {
            throw virhe(
                    kentta,
                    "The field must have the form of a hetu, for example 010190-901R; only its check character may be"
                            + " wrong.");
        }
        return arvo;
    }

    String vaadittuHetu(String kentta) {
        if (!onArvo(kentta)) {
            throw virhe(kentta, "The field is missing; give it a hetu.");
        }
        return hetu(kentta);
    }

    /** A list of texts; empty when the field is missing or null. */
    List<String> tekstit(String kentta) {
        var arvo = kentat.get(kentta);
        List<String> tekstit = new ArrayList<>();
        if (arvo == null || arvo.isNull()) {
            return tekstit;
        }
        if (!arvo.isArray()) {
            throw virhe(kentta, "The field must be an array of texts.");
        }
        for (int i = 0; i < arvo.size(); i++) {
            if (!arvo.get(i).isTextual()) {
                throw virhe(kentta + "/" + i, "The array must hold texts only.");
            }
            tekstit.add(arvo.get(i).textValue());
        }
        return tekstit;
    }

    /** A list of texts, which may be empty. */
    List<String> vaaditutTekstit(String kentta) {
        if (!onArvo(kentta)) {
            throw virhe(kentta, "The field is missing; give it an array of texts, which may be empty.");
        }
        return tekstit(kentta);
    }

    /** An array of objects. */
    ArrayNode vaaditutOliot(String kentta) {
        if (!(kentat.get(kentta) instanceof ArrayNode oliot)) {
            throw virhe(kentta, "The field must be an array of objects.");
        }
        for (int i = 0; i < oliot.size(); i++) {
            if (!oliot.get(i).isObject()) {
                throw virhe(kentta + "/" + i, "The array must hold objects only.");
            }
        }
        return oliot;
    }

    /** A text that must be one of some words. */
    String sana(String kentta, String oletus, List<String> sanat) {
        var arvo = onArvo(kentta) ? kentat.get(kentta).asText() : oletus;
        if (!sanat.contains(arvo) || (onArvo(kentta) && !kentat.get(kentta).isTextual())) {
            throw virhe(kentta, "The field must be one of " + String.join(", ", sanat) + ".");
        }
        return arvo;
    }

    /** The fields of an object inside the event; null when the field is missing or null. */
    Tapahtumakentat osa(String kentta, Collection<String> tunnetut) {
        var arvo = olio(kentta);
        return arvo == null ? null : new Tapahtumakentat(arvo, pointer + "/" + kentta).vain(tunnetut);
    }

    /** An object whose fields are texts or null; null when the field is missing or null. */
    <T> T tiedot(String kentta, Class<T> laji) {
        var arvo = olio(kentta);
        if (arvo == null) {
            return null;
        }
        arvo.properties().forEach(osa -> {
            if (!osa.getValue().isTextual() && !osa.getValue().isNull()) {
                throw virhe(kentta + "/" + osa.getKey(), "The field must be a text, or null.");
            }
        });
        try {
            return Json.convert(arvo, laji);
        } catch (UnrecognizedPropertyException e) {
            throw tuntematon(
                    kentta + "/" + e.getPropertyName(),
                    e.getKnownPropertyIds().stream().map(String::valueOf).toList());
        } catch (JsonMappingException e) {
            throw virhe(kentta, "The field cannot be read: " + e.getOriginalMessage() + ".");
        } catch (JacksonException e) {
            throw new IllegalStateException("JSON that was read already", e);
        }
    }

    TapahtumaVirhe virhe(String kentta, String message) {
        return new TapahtumaVirhe(Syy.KENTTA, pointer + "/" + kentta, message);
    }

    private ObjectNode olio(String kentta) {
        JsonNode arvo = kentat.get(kentta);
        if (arvo == null || arvo.isNull()) {
            return null;
        }
        if (!(arvo instanceof ObjectNode olio)) {
            throw virhe(kentta, "The field must be an object.");
        }
        return olio;
    }

    private Tapahtumakentat vain(Collection<String> tunnetut) {
        kentat.fieldNames().forEachRemaining(kentta -> {
            if (!tunnetut.contains(kentta)) {
                throw tuntematon(kentta, tunnetut);
            }
        });
        return this;
    }

    private TapahtumaVirhe tuntematon(String kentta, Collection<String> tunnetut) {
        return new TapahtumaVirhe(
                Syy.TUNTEMATON_KENTTA,
                pointer + "/" + kentta.replace("~", "~0"),
                "The field is not known here; known are " + String.join(", ", tunnetut) + ".");
    }

    private static boolean isPv(String arvo) {
        try {
            return PV.matcher(arvo).matches() && LocalDate.parse(arvo).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
