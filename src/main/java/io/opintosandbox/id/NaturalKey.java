package io.opintosandbox.id;

import java.time.LocalDate;

/**
 * Who a person is, in one string, for {@link OidGenerator#candidate}. Keys of different kinds, and of different people of
 * one kind, are never equal, whatever characters the values hold. Values count as they are written: no trimming, no case
 * folding. The keys hold personal data and are for hashing, not for showing.
 */
public final class NaturalKey {

    private NaturalKey() {}

    /** A person with a hetu. */
    public static String ofHetu(String hetu) {
        return "hetu:" + hetu;
    }

    /** A person without a hetu but with a passport. */
    public static String ofPassinumero(String passinumero) {
        return "passinumero:" + passinumero;
    }

    /** A person without a hetu or passport but with an e-mail address. */
    public static String ofSahkoposti(String sahkoposti) {
        return "sahkoposti:" + sahkoposti;
    }

    /**
     * A person of whom only names, and perhaps the birth date, are known.
     *
     * @param etunimet null counts as empty
     * @param sukunimi null counts as empty
     * @param syntymaaika null when not known
     * @param alikeBefore how many of the same names and birth date came before
     */
    public static String ofNames(String etunimet, String sukunimi, LocalDate syntymaaika, int alikeBefore) {
        return "nimet:" + measured(etunimet) + measured(sukunimi) + syntymaaika + "#" + alikeBefore;
    }

    /** The person behind a user of the services. */
    public static String ofUser(String username) {
        return "user:" + username;
    }

    private static String measured(String name) {
        var text = name == null ? "" : name;
        return text.length() + ":" + text;
    }
}
