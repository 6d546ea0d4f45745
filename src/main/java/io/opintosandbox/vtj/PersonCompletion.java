package io.opintosandbox.vtj;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.json.Json;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/**
 * One call of {@link Population#complete}: an ordinary person, living and Finnish-speaking, to the hetu that the given
 * fields ask for, over which the given fields are laid as they are. Who asks for one person wants no surprise: death,
 * turvakielto, another language and former names come only when they are given.
 */
final class PersonCompletion {

    /** Keeps these people apart from those of the population, which have the same seed and numbers. */
    private static final long OWN_STREAM = 0x5654_4A50_4F53_54L;

    /** Of those whose birth date is not given. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1926, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    private final PersonGenerator generator;
    private final ObjectNode given;
    private final Draw draw;

    PersonCompletion(PersonGenerator generator, ObjectNode given, long seed, long drawNumber) {
        this.generator = generator;
        this.given = given;
        this.draw = new Draw(Draw.mix(seed ^ OWN_STREAM), drawNumber);
    }

    VtjHenkilo complete() {
        Hetu hetu = has("hetu") ? givenHetu() : newHetu();
        var builder = new VtjHenkiloBuilder().kansalaisuudet("246");
        generator.ordinary(builder, draw, hetu, kieli());
        fitNames(builder);
        fitAddress(builder);
        var person = (ObjectNode) Json.node(builder.build());
        person.setAll(given);
        person.remove("syntymaaika");
        person.put("hetu", hetu.value());
        return read(person);
    }

    private String kieli() {
        return has("aidinkieli") ? text("aidinkieli") : "fi";
    }

    private Hetu givenHetu() {
        Hetu hetu = Hetu.parse(text("hetu"))
                .orElseThrow(() -> new IllegalArgumentException(
                        "hetu is not valid: correct it, or leave it out to have one generated"));
        if (has("syntymaaika") && !date("syntymaaika").equals(hetu.syntymaaika())) {
            throw new IllegalArgumentException(
                    "syntymaaika does not agree with hetu: leave one of them out, or give a hetu of that birth date");
        }
        String other = hetu.sukupuoli().equals("1") ? "2" : "1";
        if (text("sukupuoli").equals(other)) {
            throw new IllegalArgumentException("sukupuoli does not agree with hetu: leave one of them out, or give "
                    + "a hetu with an odd individual number for 1 and an even one for 2");
        }
        return hetu;
    }

    private Hetu newHetu() {
        LocalDate birth = has("syntymaaika") ? date("syntymaaika") : anyBirthDate();
        if (birth.getYear() < 1800 || birth.getYear() > 2099) {
            throw new IllegalArgumentException("syntymaaika must be in the years 1800 to 2099, which a hetu can tell");
        }
        boolean man = text("sukupuoli").equals("1") || (!text("sukupuoli").equals("2") && draw.happens(500));
        int individual = HetuSequence.FIRST_INDIVIDUAL + 2 * draw.below(HetuSequence.INDIVIDUALS / 2) + (man ? 1 : 0);
        String signs = Hetu.separatorsOf(birth.getYear() / 100);
        // Now and then a newer sign, so that a full day still finds a free hetu after some draws.
        int sign = draw.happens(50) ? draw.below(signs.length()) : 0;
        return Hetu.of(birth, signs.charAt(sign), individual);
    }

    private LocalDate anyBirthDate() {
        LocalDate last = LAST_DAY;
        if (has("kuolinpaiva") && date("kuolinpaiva").isBefore(last)) {
            last = date("kuolinpaiva");
        }
        LocalDate first = last.isAfter(FIRST_DAY) ? FIRST_DAY : last.minusYears(50);
        return first.plusDays(draw.below((int) ChronoUnit.DAYS.between(first, last) + 1));
    }

    /** Names that are given pull the generated ones after them; the e-mail address would show the generated ones. */
    private void fitNames(VtjHenkiloBuilder builder) {
        VtjHenkilo drawn = builder.build();
        if (given.has("etunimet")) {
            String first = text("etunimet").strip().split("\\s+", 2)[0];
            builder.kutsumanimi(first.isEmpty() ? null : first);
        } else if (has("kutsumanimi") && !(" " + drawn.etunimet() + " ").contains(" " + text("kutsumanimi") + " ")) {
            builder.etunimet(text("kutsumanimi") + " " + drawn.etunimet());
        }
        if (given.has("etunimet") || given.has("kutsumanimi") || given.has("sukunimi")) {
            builder.sahkoposti(null);
        }
    }

    private void fitAddress(VtjHenkiloBuilder builder) {
        if (given.has("kotikunta")) {
            builder.osoite(generator.addressIn(draw, text("kotikunta"), kieli()).orElse(null));
        }
        if (given.path("turvakielto").asBoolean()) {
            builder.osoite(null).sahkoposti(null);
        }
    }

    private boolean has(String field) {
        return given.hasNonNull(field);
    }

    /** Empty when the field is missing or null. */
    private String text(String field) {
        return has(field) ? given.get(field).asText() : "";
    }

    private LocalDate date(String field) {
        try {
            return LocalDate.parse(text(field));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(field + " is not a date of the form yyyy-MM-dd", e);
        }
    }

    private static VtjHenkilo read(JsonNode person) {
        try {
            return Json.convert(person, VtjHenkilo.class);
        } catch (UnrecognizedPropertyException e) {
            throw new IllegalArgumentException(path(e) + " is not a field of a VTJ person: remove or rename it", e);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(
                    e.getCause() instanceof IllegalArgumentException own
                            ? own.getMessage()
                            : path(e) + " has a form that a VTJ person does not have: see the example of the contract",
                    e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("This is no VTJ person: see the example of the contract", e);
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("/"));
    }
}
