package io.opintosandbox.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table whose rows belong to worlds: the one list of them, for whoever removes or copies a whole world.
 *
 * @param order the columns that tell rows apart, or put them in an order that is always the same
 * @param numbers the columns that hold numbers of the sequence: of the row itself (null), or of a row of another table
 * @param json the columns that hold JSON
 */
public record Table(String name, List<String> order, Map<String, String> numbers, List<String> json) {
    /** In the order in which rows may go: those that refer to others first. */
    public static final List<Table> ALL = List.of(
            of("tuonti_rivi").by("tuonti_id", "nro").to("tuonti_id", "tuonti").to("henkilo_id", "henkilo"),
            of("tuonti_organisaatio").by("tuonti_id", "organisaatio_oid").to("tuonti_id", "tuonti"),
            of("tuonti").by("id").own("id"),
            of("viesti").by("id").own("id").json("vastaanottajat"),
            of("virheraportti").by("id").own("id").json("hetut"),
            of("saapuminen").by("id").own("id"),
            of("yksilointitieto").by("henkilo_id").to("henkilo_id", "henkilo").json("vtj_henkilo"),
            of("yhteystieto").by("ryhma_id", "tyyppi", "arvo").to("ryhma_id", "yhteystiedot_ryhma"),
            of("yhteystiedot_ryhma").by("id").own("id").to("henkilo_id", "henkilo"),
            ofHenkilo("henkilo_organisaatio", "organisaatio_oid"),
            ofHenkilo("henkilo_hetu", "hetu"),
            ofHenkilo("henkilo_passinumero", "passinumero"),
            of("henkilo_tunniste").by("id").own("id").to("henkilo_id", "henkilo"),
            ofHenkilo("henkilo_eidas", "tunniste"),
            of("huoltajuus")
                    .by("lapsi_id", "huoltaja_id")
                    .to("lapsi_id", "henkilo")
                    .to("huoltaja_id", "henkilo"),
            of("huoltajuus_muutos").by("lapsi_id", "muutettu").to("lapsi_id", "henkilo"),
            of("kotikuntahistoria").by("id").own("id").to("henkilo_id", "henkilo"),
            of("hakemus").by("id").own("id").json("hakemus"),
            ofHenkilo("henkilo_kansalaisuus", "koodi"),
            // The feed may hold no message of that number any more: it is a place in an order.
            of("henkilo").by("id").own("id").own("perustieto_avain").to("master_id", "henkilo"),
            of("vtj_henkilo").by("hetu").json("henkilo"),
            of("vtj_huollettava").by("huoltaja", "huollettava"),
            of("muutostieto").by("id").own("id").json("tietoryhmat"),
            of("ajastettu").by("id").own("id").json("tehtava"),
            of("palvelukayttaja").by("id").own("id").json("oikeudet"));

    /** The table of users, whose names are unique in the whole server. */
    public static final String USERS = "palvelukayttaja";

    private static Table of(String name) {
        return new Table(name, List.of(), Map.of(), List.of());
    }

    private static Table ofHenkilo(String name, String column) {
        return of(name).by("henkilo_id", column).to("henkilo_id", "henkilo");
    }

    private Table by(String... columns) {
        return new Table(name, List.of(columns), numbers, json);
    }

    private Table own(String column) {
        return to(column, null);
    }

    private Table to(String column, String table) {
        Map<String, String> all = new LinkedHashMap<>(numbers);
        all.put(column, table);
        return new Table(name, order, all, json);
    }

    private Table json(String column) {
        return new Table(name, order, numbers, List.of(column));
    }
}
