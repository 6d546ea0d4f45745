package io.opintosandbox.arrivals;

import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.access.Right;
import io.opintosandbox.access.Trace;
import io.opintosandbox.arrivals.Saapuminen.Lopputulos;
import io.opintosandbox.arrivals.Saapuminen.Vastaus;
import io.opintosandbox.arrivals.SaapuminenRepository.Tullut;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.registry.henkilo.Duplikaatit;
import io.opintosandbox.registry.henkilo.HenkiloMuutokset;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.oppija.Oppijat;
import io.opintosandbox.registry.palvelurajapinta.HakuTaiLuonti;
import io.opintosandbox.registry.tuonti.Tuonnit;
import io.opintosandbox.registry.yleistunniste.Yleistunniste;
import io.opintosandbox.virheraportti.Virheraportti;
import io.opintosandbox.virheraportti.Yritys.Torjuttu;
import io.opintosandbox.vtj.Vtj;
import io.opintosandbox.vtj.VtjHenkilo.Huoltaja;
import io.opintosandbox.world.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * People who arrive from the other services, each in the service's own way, so that a registry fills as the real one
 * does. Contract: control-api.md, "arrivals"; neighbours.md 5.
 */
public final class Saapumiset {
    private static final String PORTTI =
            "400: these settings refuse test hetus as production does; SANDBOX_TEST_HETUS=accept takes them";
    private static final String JUURI = "1.2.246.562.10.00000000001";

    private final World world;
    private final SaapuminenRepository rows;
    private final Valinta valinta;

    public Saapumiset(World world) {
        this.world = world;
        this.rows = new SaapuminenRepository(world.db());
        this.valinta = new Valinta(world, world.part(Vtj.class), world.part(Henkilot.class), rows);
    }

    /**
     * Who is to come.
     *
     * @param organisaatio that people are attached to; used only by services that attach them
     * @param tuttuja how many of them other services should have brought before
     */
    public record Tilaus(Lahde lahde, int count, String organisaatio, int tuttuja) {}

    /**
     * Who came: those asked for, then the guardians of minors among them.
     *
     * @param kasittelijaOid of the service's account
     */
    public record Tulos(String kasittelijaOid, List<Saapuminen> tulleet) {}

    /** Brings people in, one order at a time. Fewer come when the population has no more of that age. */
    public synchronized Tulos saavu(Tilaus tilaus) {
        var lahde = tilaus.lahde();
        var tulijat = new ArrayList<>(valinta.tuttuja(lahde, tilaus.tuttuja()));
        tulijat.addAll(valinta.uusia(lahde, tilaus.count() - tulijat.size()));
        var organisaatio = lahde.liittaa() ? tilaus.organisaatio() : null;
        var tulleet = tuo(lahde, organisaatio, tulijat, Map.of());
        // A school knows no guardians: VTJ tells of them when the pupil is identified.
        if (lahde.tie() != Lahde.Tie.TUONTI) {
            var huollettavat = huollettavat(tulijat, tulleet);
            var huoltajat = valinta.hetulla(huollettavat.keySet());
            tulleet.addAll(tuo(lahde, organisaatio, huoltajat, huollettavat));
        }
        return new Tulos(lahde.oid(), tulleet);
    }

    private List<Saapuminen> tuo(
            Lahde lahde, String organisaatio, List<Tulija> tulijat, Map<String, List<String>> huollettavat) {
        var hetut = tulijat.stream().map(tulija -> tulija.henkilo().hetu()).toList();
        var aiemmin = rows.lahteet(hetut);
        var vastaukset = kutsu(lahde, organisaatio, tulijat);
        List<Tullut> uudet = new ArrayList<>();
        List<Saapuminen> tulleet = new ArrayList<>();
        for (int i = 0; i < tulijat.size(); i++) {
            var tulija = tulijat.get(i);
            var hetu = tulija.henkilo().hetu();
            if (vastaukset.get(i).lopputulos() != Lopputulos.TORJUTTU) {
                uudet.add(new Tullut(hetu, tulija.hetuton(), Hetu.of(hetu).syntymaaika()));
            }
            tulleet.add(Saapuminen.of(
                    tulija,
                    vastaukset.get(i),
                    aiemmin.getOrDefault(hetu, List.of()),
                    huollettavat.getOrDefault(hetu, List.of())));
        }
        rows.insert(lahde, uudet);
        return tulleet;
    }

    /** Hetus that the registry's door would not let in are turned away here too, and reported. */
    private List<Vastaus> kutsu(Lahde lahde, String organisaatio, List<Tulija> tulijat) {
        var guard = world.part(SyntheticOnly.class);
        var kutsuja = kutsuja(lahde, organisaatio);
        var tapa = tapa(lahde, organisaatio);
        var torjutut =
                tulijat.stream().filter(tulija -> guard.refuses(tulija.hetu())).toList();
        if (!torjutut.isEmpty()) {
            var hetut = torjutut.stream()
                    .flatMap(tulija -> Torjuttu.in("hetu", guard.refusals(tulija.hetu())).stream())
                    .toList();
            world.part(Virheraportti.class).lisaa(kutsuja.username(), tapa.kutsu(torjutut.get(0)), hetut);
        }
        var saadut = tapa.tuo(
                        kutsuja,
                        tulijat.stream()
                                .filter(tulija -> !guard.refuses(tulija.hetu()))
                                .toList())
                .iterator();
        return tulijat.stream()
                .map(tulija ->
                        guard.refuses(tulija.hetu()) ? Vastaus.torjuttu(tapa.kutsu(tulija), PORTTI) : saadut.next())
                .toList();
    }

    private Tapa tapa(Lahde lahde, String organisaatio) {
        return switch (lahde.tie()) {
            case HAKU_TAI_LUONTI -> new HakuTaiLuontiTapa(world.part(HakuTaiLuonti.class), lahde.eidas());
            case LUONTI -> new LuontiTapa(lahde, world.part(HenkiloMuutokset.class));
            case TUONTI -> new TuontiTapa(world.part(Yleistunniste.class), world.part(Tuonnit.class), organisaatio);
            case VIRKAILIJA ->
                new VirkailijaTapa(
                        world.part(Yleistunniste.class),
                        world.part(HenkiloMuutokset.class),
                        world.part(Duplikaatit.class),
                        world.part(Oppijat.class),
                        organisaatio);
        };
    }

    private Kutsuja kutsuja(Lahde lahde, String organisaatio) {
        var rights = switch (lahde.tie()) {
            case TUONTI -> Stream.of(Right.YLEISTUNNISTE_LUONTI);
            case VIRKAILIJA -> Stream.of(Right.OPPIJOIDENTUONTI, Right.YLEISTUNNISTE_LUONTI);
            default ->
                lahde.eidas()
                        ? Stream.of(Right.REKISTERINPITAJA, Right.EIDAS_HENKILON_LUONTI)
                        : Stream.of(Right.REKISTERINPITAJA);
        };
        var held = rights.map(Right::qualified).toList();
        return new Kutsuja(
                world,
                lahde.name().toLowerCase(Locale.ROOT),
                lahde.oid(),
                Map.of(organisaatio == null ? JUURI : organisaatio, held),
                true,
                new Trace());
    }

    /** The guardians in VTJ of the minors who got in with a hetu, by hetu, with the OIDs of those minors. */
    private Map<String, List<String>> huollettavat(List<Tulija> tulijat, List<Saapuminen> tulleet) {
        var mukana =
                tulijat.stream().map(tulija -> tulija.henkilo().hetu()).collect(Collectors.toCollection(HashSet::new));
        Map<String, List<String>> huollettavat = new LinkedHashMap<>();
        for (int i = 0; i < tulijat.size(); i++) {
            var tulija = tulijat.get(i);
            var oid = tulleet.get(i).oid();
            if (oid == null || tulija.hetuton() || !valinta.isAlaikainen(tulija.henkilo())) {
                continue;
            }
            tulija.henkilo().huoltajat().stream()
                    .map(Huoltaja::hetu)
                    .filter(Objects::nonNull)
                    .filter(hetu -> !mukana.contains(hetu) && Hetu.parse(hetu).isPresent())
                    .forEach(hetu -> huollettavat
                            .computeIfAbsent(hetu, unseen -> new ArrayList<>())
                            .add(oid));
        }
        return huollettavat;
    }
}
