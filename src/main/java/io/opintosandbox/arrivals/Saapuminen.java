package io.opintosandbox.arrivals;

import java.util.List;

/**
 * How somebody came.
 *
 * @param oid null when refused
 * @param hetu as the service told it; null for a hetuton
 * @param kutsu method and path of the call that decided
 * @param organisaatio that the person was attached to, or null
 * @param syy why the registry refused, else null
 * @param aiemmin which services had brought the person before, the first one first
 * @param huollettavat OIDs of the children whose guardian came along; empty for those who were asked for
 */
public record Saapuminen(
        String oid,
        String hetu,
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        String kutsu,
        String organisaatio,
        Lopputulos lopputulos,
        String syy,
        List<Lahde> aiemmin,
        List<String> huollettavat) {

    /** What the registry did. */
    public enum Lopputulos {
        LUOTU,
        LOYTYI,
        TORJUTTU
    }

    /** What came of one call. */
    record Vastaus(String oid, String kutsu, Lopputulos lopputulos, String organisaatio, String syy) {
        static Vastaus luotu(String oid, String kutsu) {
            return new Vastaus(oid, kutsu, Lopputulos.LUOTU, null, null);
        }

        static Vastaus loytyi(String oid, String kutsu) {
            return new Vastaus(oid, kutsu, Lopputulos.LOYTYI, null, null);
        }

        /** The same of a call that attaches people to an organisation. */
        Vastaus liittaen(String mihin) {
            return new Vastaus(oid, kutsu, lopputulos, mihin, syy);
        }

        static Vastaus torjuttu(String kutsu, String syy) {
            return new Vastaus(null, kutsu, Lopputulos.TORJUTTU, null, syy);
        }
    }

    static Saapuminen of(Tulija tulija, Vastaus vastaus, List<Lahde> aiemmin, List<String> huollettavat) {
        return new Saapuminen(
                vastaus.oid(),
                tulija.hetu(),
                tulija.henkilo().etunimet(),
                tulija.kutsumanimi(),
                tulija.henkilo().sukunimi(),
                vastaus.kutsu(),
                vastaus.organisaatio(),
                vastaus.lopputulos(),
                vastaus.syy(),
                aiemmin,
                huollettavat);
    }
}
