package io.opintosandbox.vtj.muutostieto;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.vtj.Rekisteritiedot;
import io.opintosandbox.vtj.Vtj;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.vtj.muutostieto.TapahtumaVirhe.Syy;
import io.opintosandbox.world.World;
import io.opintosandbox.world.WorldClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Life events: each changes a VTJ person at once and puts one message into the change feed. Contract: control-api.md,
 * "Event bodies".
 */
public final class Tapahtumat {
    /** What may happen, by type. */
    private static final Map<String, Laji> LAJIT = Stream.of(
                    laji("NAME_CHANGE", aina(Henkilotapahtumat::nimi), "etunimet", "sukunimi", "kutsumanimi"),
                    laji("HETU_CHANGE", Tapahtumat::hetu, "uusiHetu"),
                    laji("PASSIVATED", aina(Henkilotapahtumat::passivointi)),
                    laji("GENDER", aina(Henkilotapahtumat::sukupuoli), "sukupuoli"),
                    laji("BIRTH_DATE", aina(Henkilotapahtumat::syntymaaika), "syntymaaika"),
                    laji("CITIZENSHIP", aina(Henkilotapahtumat::kansalaisuus), "kansalaisuudet"),
                    laji("MOTHER_TONGUE", aina(Henkilotapahtumat::aidinkieli), "aidinkieli"),
                    laji("TURVAKIELTO", aina(Henkilotapahtumat::turvakielto)),
                    laji("TURVAKIELTO_END", aina(Henkilotapahtumat::turvakiellonLoppu)),
                    laji(
                            "MOVE",
                            (maailma, ennen, kentat) -> Kotikuntatapahtumat.muutto(ennen, kentat, maailma.today()),
                            "kotikunta",
                            "kuntaanMuuttopv",
                            "kunnastaPoisMuuttopv",
                            "osoite",
                            "ulkomainenOsoite"),
                    laji("MOVE_CANCELLED", aina(Kotikuntatapahtumat::muutonPeruutus), "historia"),
                    laji("MUNICIPALITY_HISTORY", aina(Kotikuntatapahtumat::historia), "poistettava", "lisattava"),
                    laji(
                            "ADDRESS",
                            (maailma, ennen, kentat) -> Osoitetapahtumat.osoite(ennen, kentat, maailma.today()),
                            Osoitetapahtumat.KENTAT.toArray(String[]::new)),
                    laji(
                            "GUARDIAN_ADDED",
                            (maailma, ennen, kentat) -> maailma.huoltajat.lisays(ennen, kentat),
                            "hetu",
                            "etunimet",
                            "sukunimi",
                            "syntymaaika",
                            "kansalaisuudet",
                            "huoltajuusAlku",
                            "huoltajuusLoppu"),
                    laji(
                            "GUARDIAN_REMOVED",
                            (maailma, ennen, kentat) -> maailma.huoltajat.poisto(ennen, kentat),
                            "hetu",
                            "etunimet",
                            "sukunimi",
                            "huoltajuusLoppu"),
                    laji("DEATH", aina(Henkilotapahtumat::kuolema), "kuolinpaiva"),
                    laji("DEATH_CANCELLED", aina(Henkilotapahtumat::kuolemanPeruutus)),
                    laji("MUUTOSTIETO", aina(Tapahtumat::muutostieto), "tietoryhmat"))
            .collect(toMap(Laji::type, Function.identity(), (a, b) -> a, LinkedHashMap::new));

    private final World world;
    private final Vtj vtj;
    private final Muutostiedot muutostiedot;
    private final Huoltajatapahtumat huoltajat;
    private volatile Runnable kuuntelija = () -> {};

    public Tapahtumat(World world, Vtj vtj, Muutostiedot muutostiedot) {
        this.world = world;
        this.vtj = vtj;
        this.muutostiedot = muutostiedot;
        this.huoltajat = new Huoltajatapahtumat(new Tietoryhmat(vtj));
    }

    /** The types of events. */
    public static Set<String> tyypit() {
        return Collections.unmodifiableSet(LAJIT.keySet());
    }

    /** Has somebody called after each event, when its message is in the feed. */
    public void kuuntele(Runnable kuulija) {
        kuuntelija = kuulija;
    }

    /**
     * Something happens to the person of a hetu, which may be a void one.
     *
     * @param tapahtuma a body of control-api.md, "Event bodies"
     * @return the message that the event has put into the feed
     * @throws TapahtumaVirhe nothing has happened
     */
    public Muutostieto tapahtui(String hetu, ObjectNode tapahtuma) {
        var muutostieto = yksiKerrallaan(hetu, tapahtuma);
        kuuntelija.run();
        return muutostieto;
    }

    /** Each event builds on what the one before has made of the person, and the numbers of messages are in order. */
    private synchronized Muutostieto yksiKerrallaan(String hetu, ObjectNode tapahtuma) {
        return world.db().transaction(() -> tapahtuu(hetu, tapahtuma));
    }

    private Muutostieto tapahtuu(String hetu, ObjectNode tapahtuma) {
        var ennen = vtj.henkilo(hetu)
                .orElseThrow(() -> new TapahtumaVirhe(
                        Syy.TUNTEMATON_HETU, null, "VTJ knows nobody of this hetu; PUT adds a person."));
        var laji = laji(tapahtuma);
        var kentat = Tapahtumakentat.of(tapahtuma, laji.kentat());
        var muutospv = muutospv(kentat);
        var seuraus = laji.teko().tapahtuu(this, ennen, kentat);
        seuraus.henkilot().stream().filter(nyt -> !nyt.equals(ennen)).forEach(vtj::put);
        return muutostiedot.lisaa(
                hetu, muutospv, JsonNodeFactory.instance.arrayNode().addAll(seuraus.ryhmat()));
    }

    private Laji laji(ObjectNode tapahtuma) {
        var type = tapahtuma.path("type");
        var laji = type.isTextual() ? LAJIT.get(type.textValue()) : null;
        if (laji == null) {
            throw new TapahtumaVirhe(
                    Syy.KENTTA, "/type", "The field must be one of " + String.join(", ", LAJIT.keySet()) + ".");
        }
        return laji;
    }

    private Instant muutospv(Tapahtumakentat kentat) {
        var annettu = kentat.teksti("muutospv");
        if (annettu == null) {
            return world.clock().now();
        }
        try {
            var aika = DateTimeFormatter.ISO_DATE_TIME.parseBest(annettu, ZonedDateTime::from, LocalDateTime::from);
            var hetki = aika instanceof LocalDateTime local
                    ? local.atZone(WorldClock.ZONE).toInstant()
                    : ZonedDateTime.from(aika).toInstant();
            return Instant.ofEpochMilli(hetki.toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw kentat.virhe("muutospv", "The field must be an ISO date-time, for example 2026-03-01T08:00:00Z.");
        }
    }

    /** Those whose guardian the person is have the new hetu there, too. */
    private Seuraus hetu(VtjHenkilo ennen, Tapahtumakentat kentat) {
        var seuraus = Henkilotapahtumat.hetu(ennen, kentat);
        List<VtjHenkilo> henkilot = new ArrayList<>(seuraus.henkilot());
        if (!henkilot.isEmpty()) {
            vtj.tiedot(ennen.hetu()).map(Rekisteritiedot::huollettavat).orElse(List.of()).stream()
                    .flatMap(lapsi -> vtj.henkilo(lapsi).stream())
                    .map(lapsi -> lapsi.huoltajanHetu(ennen.hetu(), kentat.vaadittuHetu("uusiHetu")))
                    .forEach(henkilot::add);
        }
        return new Seuraus(henkilot, seuraus.ryhmat());
    }

    private LocalDate today() {
        return world.clock().today();
    }

    /** Exactly the groups that are given: whatever VTJ could ever send, and what it never should. */
    private static Seuraus muutostieto(VtjHenkilo ennen, Tapahtumakentat kentat) {
        ArrayNode annetut = kentat.vaaditutOliot("tietoryhmat");
        List<ObjectNode> ryhmat = new ArrayList<>();
        for (int i = 0; i < annetut.size(); i++) {
            if (!annetut.get(i).path("tietoryhma").isTextual()) {
                throw kentat.virhe(
                        "tietoryhmat/" + i + "/tietoryhma", "The field must name the group, for example KOTIKUNTA.");
            }
            ryhmat.add((ObjectNode) annetut.get(i));
        }
        return new Seuraus(List.of(), ryhmat);
    }

    /** What is the same in every world. */
    private static Teko aina(BiFunction<VtjHenkilo, Tapahtumakentat, Seuraus> teko) {
        return (maailma, ennen, kentat) -> teko.apply(ennen, kentat);
    }

    private static Laji laji(String type, Teko teko, String... kentat) {
        List<String> kaikki = new ArrayList<>(List.of("type", "muutospv"));
        kaikki.addAll(List.of(kentat));
        return new Laji(type, teko, List.copyOf(kaikki));
    }

    /** A type of event, what it does, and the fields it may have. */
    private record Laji(String type, Teko teko, List<String> kentat) {}

    private interface Teko {
        Seuraus tapahtuu(Tapahtumat maailma, VtjHenkilo ennen, Tapahtumakentat kentat);
    }
}
