package io.opintosandbox.registry.yleistunniste;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.opintosandbox.http.BodyRules;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.registry.henkilo.Kutsumanimi;
import io.opintosandbox.registry.henkilo.Sahkoposti;
import io.opintosandbox.registry.linkitys.LinkGroup;
import java.util.List;
import java.util.regex.Pattern;

/** What the narrow API reads and writes, field for field. Contract: registry-api.md 5.1 and 5.2. */
public final class Wire {
    // Java's \p{Graph} without this flag knows ASCII only.
    private static final Pattern VISIBLE = Pattern.compile("\\p{Graph}+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern VISIBLE_OR_SPACE = Pattern.compile("[\\p{Graph} ]+", Pattern.UNICODE_CHARACTER_CLASS);

    private Wire() {}

    /** Hetu and names: the question of hae, and the person on a row of an import. */
    public record HaeRequest(String etunimet, String kutsumanimi, String sukunimi, String hetu)
            implements BodyRules.Checked {
        @Override
        public String objectName() {
            return "henkiloExistenceCheckDto";
        }

        @Override
        public void check(BodyRules rules) {
            check(rules, "");
        }

        void check(BodyRules rules, String prefix) {
            name(
                    rules,
                    prefix + "etunimet",
                    etunimet,
                    isWords(etunimet),
                    "Invalid pattern. Must contain an alphabetic character.");
            name(
                    rules,
                    prefix + "kutsumanimi",
                    kutsumanimi,
                    isWord(kutsumanimi),
                    "Invalid pattern. Must contain an alphabetic character");
            name(
                    rules,
                    prefix + "sukunimi",
                    sukunimi,
                    isWords(sukunimi),
                    "Invalid pattern. Must contain an alphabetic character");
            rules.require(!isEmpty(hetu), "NotEmpty", prefix + "hetu", hetu, "Cannot be empty");
            rules.require(
                    isEmpty(hetu) || Hetu.parse(hetu).isPresent(),
                    "ValidateHetu",
                    prefix + "hetu",
                    hetu,
                    "invalid.hetu");
            rules.require(
                    etunimet != null && kutsumanimi != null && Kutsumanimi.isOneOf(kutsumanimi, etunimet),
                    "AssertTrue",
                    prefix + "nicknameOk",
                    false,
                    "Nick name must be one of the first names");
        }

        private static void name(BodyRules rules, String field, String value, boolean fits, String message) {
            rules.require(!isEmpty(value), "NotEmpty", field, value, "Cannot be empty");
            rules.require(value == null || fits, "Pattern", field, value, message);
        }

        private static boolean isWord(String text) {
            return text != null && VISIBLE.matcher(text).matches();
        }

        /** Words with one space between them. Not one pattern, because a long one would overflow the stack. */
        private static boolean isWords(String text) {
            return text != null
                    && VISIBLE_OR_SPACE.matcher(text).matches()
                    && !text.startsWith(" ")
                    && !text.endsWith(" ")
                    && !text.contains("  ");
        }
    }

    /** An import: rows with the sender's own keys. */
    public record TuontiRequest(String sahkoposti, List<Row> henkilot) implements BodyRules.Checked {
        @Override
        public String objectName() {
            return "yleistunnisteInput";
        }

        @Override
        public void check(BodyRules rules) {
            rules.require(
                    isEmpty(sahkoposti) || Sahkoposti.isWellFormed(sahkoposti),
                    "Email",
                    "sahkoposti",
                    sahkoposti,
                    "must be a well-formed email address");
            rules.require(henkilot != null, "NotNull", "henkilot", null, "must not be null");
            rules.require(
                    henkilot == null || !henkilot.isEmpty(),
                    "Size",
                    "henkilot",
                    "[]",
                    "size must be between 1 and 2147483647");
            for (int i = 0; henkilot != null && i < henkilot.size(); i++) {
                checkRow(rules, henkilot.get(i), "henkilot[" + i + "]");
            }
        }

        private static void checkRow(BodyRules rules, Row row, String path) {
            if (row == null) {
                rules.require(false, "NotNull", path, null, "must not be null");
                return;
            }
            rules.require(row.tunniste() != null, "NotNull", path + ".tunniste", null, "must not be null");
            rules.require(
                    row.tunniste() != null && !row.tunniste().isBlank(),
                    "NotBlank",
                    path + ".tunniste",
                    row.tunniste(),
                    "must not be blank");
            rules.require(row.henkilo() != null, "NotNull", path + ".henkilo", null, "must not be null");
            if (row.henkilo() != null) {
                row.henkilo().check(rules, path + ".henkilo.");
            }
        }
    }

    /** A row of an import. */
    public record Row(String tunniste, HaeRequest henkilo) {}

    /** The answer of hae; the number is null until the person is identified. */
    public record YleistunnisteDto(String oid, String oppijanumero) {}

    /** A person as the narrow API shows it. Keys in alphabetical order. */
    @JsonPropertyOrder({"linked", "oid", "oppijanumero", "passivoitu"})
    public record FilteredStudent(List<String> linked, String oid, String oppijanumero, boolean passivoitu) {
        static FilteredStudent of(LinkGroup group, boolean passivoitu) {
            return new FilteredStudent(group.linked(), group.oid(), group.oppijanumero(), passivoitu);
        }

        static FilteredStudent onRow(LinkGroup group, boolean passivoitu) {
            return new FilteredStudent(group.linked(), group.oid(), group.oppijanumeroOnRow(), passivoitu);
        }
    }

    /** A processed row. Keys in alphabetical order. */
    @JsonPropertyOrder({"conflict", "henkilo", "tunniste"})
    public record FilteredRow(boolean conflict, FilteredStudent henkilo, String tunniste) {}

    /** An import with the rows that the caller may see. Keys in alphabetical order. */
    @JsonPropertyOrder({"henkilot", "id", "kasiteltavia", "kasitelty", "kasiteltyja"})
    public record FilteredResult(
            List<FilteredRow> henkilot, long id, int kasiteltavia, boolean kasitelty, int kasiteltyja) {}

    private static boolean isEmpty(String text) {
        return text == null || text.isEmpty();
    }
}
