package io.opintosandbox.registry.henkilo;

import io.opintosandbox.store.Row;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A person of the registry: everything that there is one of. What there are many of is in {@link Henkilotiedot}.
 *
 * @param hetu the current hetu, or null
 * @param aidinkieli in lower case, or null
 * @param kotikunta as stored; it is not shown under a turvakielto
 * @param vtjsynced when VTJ's data was last written over the person, or null
 * @param masterId the person that this one is linked to as a slave, or null
 * @param yksilointivirhe the name of the failure that identification stored last, or null
 * @param yksilointivuoro when identification tries (again), or null
 */
public record Henkilo(
        long id,
        String oid,
        String hetu,
        String etunimet,
        String kutsumanimi,
        String sukunimi,
        LocalDate syntymaaika,
        LocalDate kuolinpaiva,
        String sukupuoli,
        String aidinkieli,
        String asiointikieli,
        String kotikunta,
        boolean turvakielto,
        boolean eiSuomalaistaHetua,
        boolean passivoitu,
        boolean duplikaatti,
        boolean yksiloity,
        boolean yksiloityVtj,
        boolean yksiloityEidas,
        boolean yksilointiYritetty,
        String kasittelijaOid,
        Instant luotu,
        Instant muokattu,
        Instant vtjsynced,
        Long masterId,
        String yksilointivirhe,
        Instant yksilointivuoro) {

    /** Who has handled what the registry does by itself in the background. */
    public static final String TAUSTA_AJO = "1.2.246.562.24.00000000001";

    /** The columns of a person whose table goes by {@code h}, for {@link #of}. */
    public static final String COLUMNS = """
            h.id, h.oid, h.hetu, h.etunimet, h.kutsumanimi, h.sukunimi, h.syntymaaika, h.kuolinpaiva, h.sukupuoli,
            h.aidinkieli, h.asiointikieli, h.kotikunta, h.turvakielto, h.ei_suomalaista_hetua, h.passivoitu,
            h.duplikaatti, h.yksiloity, h.yksiloity_vtj, h.yksiloity_eidas, h.yksilointi_yritetty, h.kasittelija_oid,
            h.luotu, h.muokattu, h.vtjsynced, h.master_id, h.yksilointivirhe, h.yksilointi_vuoro""";

    /** Identified by any method: the OID is then an oppijanumero. Contract: registry-behaviour.md 6. */
    public boolean identified() {
        return yksiloity || yksiloityVtj || yksiloityEidas;
    }

    /** The person's own oppijanumero: its OID once it is identified, else null. */
    public String oppijanumero() {
        return identified() ? oid : null;
    }

    /** What is shown of the home municipality. */
    public String naytettavaKotikunta() {
        return turvakielto ? null : kotikunta;
    }

    /** Whether names that somebody gave mean this person. Contract: registry-behaviour.md 4.3. */
    public boolean isNamed(String etunimet, String sukunimi) {
        return NameMatching.namesMatch(etunimet, sukunimi, this.etunimet, this.sukunimi);
    }

    /** Reads {@link #COLUMNS}. */
    public static Henkilo of(Row row) {
        return new Henkilo(
                row.number("id"),
                row.text("oid"),
                row.text("hetu"),
                row.text("etunimet"),
                row.text("kutsumanimi"),
                row.text("sukunimi"),
                row.date("syntymaaika"),
                row.date("kuolinpaiva"),
                row.text("sukupuoli"),
                row.text("aidinkieli"),
                row.text("asiointikieli"),
                row.text("kotikunta"),
                row.flag("turvakielto"),
                row.flag("ei_suomalaista_hetua"),
                row.flag("passivoitu"),
                row.flag("duplikaatti"),
                row.flag("yksiloity"),
                row.flag("yksiloity_vtj"),
                row.flag("yksiloity_eidas"),
                row.flag("yksilointi_yritetty"),
                row.text("kasittelija_oid"),
                row.time("luotu"),
                row.time("muokattu"),
                row.time("vtjsynced"),
                row.numberOrNull("master_id"),
                row.text("yksilointivirhe"),
                row.time("yksilointi_vuoro"));
    }
}
