package io.opintosandbox;

import io.opintosandbox.access.ReadyMadeUsers;
import io.opintosandbox.access.ServiceUsers;
import io.opintosandbox.arrivals.Saapumiset;
import io.opintosandbox.config.Settings;
import io.opintosandbox.fixtures.Fixtures;
import io.opintosandbox.fixtures.ScenarioLoader;
import io.opintosandbox.fixtures.Scenarios;
import io.opintosandbox.fixtures.Schedule;
import io.opintosandbox.id.OidGenerator;
import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.journal.Journal;
import io.opintosandbox.neighbours.kayttooikeus.Henkilonimet;
import io.opintosandbox.neighbours.kayttooikeus.Henkilopaasy;
import io.opintosandbox.neighbours.kayttooikeus.Kayttajat;
import io.opintosandbox.neighbours.kayttooikeus.Palvelukayttajat;
import io.opintosandbox.neighbours.kayttooikeus.UlkoisetPalvelut;
import io.opintosandbox.neighbours.koodisto.Koodisto;
import io.opintosandbox.neighbours.organisaatio.Organisaatiot;
import io.opintosandbox.registry.hakemukset.DuplicateReads;
import io.opintosandbox.registry.hakemukset.Hakemukset;
import io.opintosandbox.registry.henkilo.Duplikaatit;
import io.opintosandbox.registry.henkilo.HenkiloHaku;
import io.opintosandbox.registry.henkilo.HenkiloLuonti;
import io.opintosandbox.registry.henkilo.HenkiloMuutokset;
import io.opintosandbox.registry.henkilo.HenkiloReads;
import io.opintosandbox.registry.henkilo.HenkiloTarkistus;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.huoltajat.Huoltajat;
import io.opintosandbox.registry.kuolleet.Kuolleet;
import io.opintosandbox.registry.linkitys.Linkitys;
import io.opintosandbox.registry.muutostiedot.VtjPaivitykset;
import io.opintosandbox.registry.oikeudet.Henkilooikeudet;
import io.opintosandbox.registry.oppija.OppijaTuonti;
import io.opintosandbox.registry.oppija.Oppijahaku;
import io.opintosandbox.registry.oppija.Oppijat;
import io.opintosandbox.registry.oppija.Tuontiraportit;
import io.opintosandbox.registry.palvelurajapinta.HakuTaiLuonti;
import io.opintosandbox.registry.palvelurajapinta.Kotikuntahistoria;
import io.opintosandbox.registry.palvelurajapinta.Palvelurajapinta;
import io.opintosandbox.registry.tunnisteet.Tunnisteet;
import io.opintosandbox.registry.tuonti.Tuonnit;
import io.opintosandbox.registry.viestit.Viestit;
import io.opintosandbox.registry.yksilointi.Yksiloinnit;
import io.opintosandbox.registry.yksilointi.Yksilointi;
import io.opintosandbox.registry.yleistunniste.Yleistunniste;
import io.opintosandbox.virheraportti.Virheraportti;
import io.opintosandbox.vtj.PersonFactory;
import io.opintosandbox.vtj.Population;
import io.opintosandbox.vtj.Vtj;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.vtj.muutostieto.Muutostiedot;
import io.opintosandbox.vtj.muutostieto.Tapahtumat;
import io.opintosandbox.world.World;
import io.opintosandbox.world.Worlds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts the features into a new world, in the order in which they need each other, and loads its people. */
final class WorldFurnisher implements Consumer<World> {
    private final Fixtures fixtures;
    private final PersonFactory people;
    // In memory once for all worlds, unless their files may change before the next reset.
    private final Koodisto builtInKoodisto;
    private final Organisaatiot builtInOrganisaatiot;

    WorldFurnisher(Fixtures fixtures) {
        this.fixtures = fixtures;
        this.builtInKoodisto = new Koodisto(fixtures::url);
        this.builtInOrganisaatiot = new Organisaatiot(fixtures::url);
        this.people = new PersonFactory(fixtures::url);
    }

    @Override
    public void accept(World world) {
        var settings = world.settings();
        // Read for every world anew, so that a changed file counts from the next reset on.
        var personas = fixtures.scenarios().named(Scenarios.PERSONAS);
        var scenario = fixtures.scenarios().named(settings.scenario());
        if (scenario.clock() != null) {
            world.moveTo(scenario.clock());
        }
        var inVtj = new LinkedHashMap<>(personas.inVtj());
        inVtj.putAll(scenario.inVtj());
        furnish(world, inVtj);
        insert(world);
        ScenarioLoader.load(world, personas, scenario);
    }

    private void insert(World world) {
        var ready = fixtures.users();
        try {
            world.part(ServiceUsers.class)
                    .insert(ready.stream()
                            .map(one ->
                                    one.user().called(world.username(one.user().username())))
                            .toList());
        } catch (ServiceUsers.NameTaken e) {
            throw new Worlds.NameTaken();
        }
        world.add(
                ReadyMadeUsers.class,
                new ReadyMadeUsers(
                        ready.stream().map(one -> one.user().username()).toList()));
    }

    /**
     * Puts in the features only, nobody and nothing that happens.
     *
     * @param inVtj the ready-made people of VTJ by hetu; empty for a hetu that VTJ must not know
     */
    void furnish(World world, Map<String, Optional<VtjHenkilo>> inVtj) {
        var settings = world.settings();
        var oids = oids(settings);
        world.add(OidGenerator.class, oids);
        world.add(SyntheticOnly.class, new SyntheticOnly(settings.allowedHetus(), settings.refusesTestHetus()));
        // Test hetus stay readable under every profile: they are nobody's.
        world.add(
                Journal.class,
                new Journal(settings.journal(), Journal.MOST_BYTES, new SyntheticOnly(settings.allowedHetus(), false)));
        world.add(Virheraportti.class, new Virheraportti(world));
        var serviceUsers = put(world, ServiceUsers.class, new ServiceUsers(world.db(), oids));
        var koodisto = put(world, Koodisto.class, fixtures.mayChange() ? new Koodisto(fixtures::url) : builtInKoodisto);
        var organisaatiot = put(
                world,
                Organisaatiot.class,
                fixtures.mayChange() ? new Organisaatiot(fixtures::url) : builtInOrganisaatiot);
        var ulkoiset = put(world, UlkoisetPalvelut.class, new UlkoisetPalvelut());
        var palvelukayttajat = put(world, Palvelukayttajat.class, new Palvelukayttajat(world, serviceUsers));
        put(
                world,
                Kayttajat.class,
                new Kayttajat(serviceUsers, organisaatiot, palvelukayttajat, oid -> nimet(world, oid)));
        var henkilopaasy = put(world, Henkilopaasy.class, new Henkilopaasy(serviceUsers, organisaatiot, ulkoiset));
        var vtj = put(
                world,
                Vtj.class,
                new Vtj(world, new Population(settings.seed(), settings.population(), people), inVtj));
        var muutostiedot = put(world, Muutostiedot.class, new Muutostiedot(world, vtj));
        var tapahtumat = put(world, Tapahtumat.class, new Tapahtumat(world, vtj, muutostiedot));
        var henkilot = put(world, Henkilot.class, new Henkilot(world));
        // Identification creates guardians, and whoever is created is identified: the one is looked up when it is
        // there.
        var luonti = put(
                world,
                HenkiloLuonti.class,
                new HenkiloLuonti(
                        world,
                        henkilot,
                        oids,
                        vuoro -> world.part(Yksilointi.class).dueAt(vuoro)));
        var huoltajat = put(world, Huoltajat.class, new Huoltajat(world, henkilot, luonti, koodisto, vtj));
        Consumer<String> closeAccount = oid -> serviceUsers.close(oid, palvelukayttajat::secret);
        var kuolleet = put(world, Kuolleet.class, new Kuolleet(world, closeAccount));
        var linkitys = put(world, Linkitys.class, new Linkitys(world, henkilot, huoltajat, closeAccount));
        var yksiloinnit = put(
                world,
                Yksiloinnit.class,
                new Yksiloinnit(
                        world,
                        vtj,
                        koodisto,
                        serviceUsers,
                        henkilot,
                        linkitys,
                        huoltajat,
                        () -> world.part(VtjPaivitykset.class).yksiloity()));
        world.add(Yksilointi.class, yksiloinnit.taustalla());
        var tarkistus = put(world, HenkiloTarkistus.class, new HenkiloTarkistus(henkilot, koodisto));
        put(world, HenkiloHaku.class, new HenkiloHaku(world.db()));
        put(world, Tunnisteet.class, new Tunnisteet(world.db(), henkilot, koodisto));
        put(world, HenkiloReads.class, new HenkiloReads(henkilot));
        var duplikaatit = put(world, Duplikaatit.class, new Duplikaatit(world.db(), henkilot));
        put(
                world,
                HenkiloMuutokset.class,
                new HenkiloMuutokset(world, henkilot, luonti, tarkistus, duplikaatit, closeAccount, kuolleet::kuoli));
        var hakemukset = put(world, Hakemukset.class, new Hakemukset(world.db(), linkitys));
        put(world, DuplicateReads.class, new DuplicateReads(henkilot, duplikaatit, hakemukset));
        var tuonnit = put(world, Tuonnit.class, new Tuonnit(world, henkilot, luonti));
        var viestit = put(world, Viestit.class, new Viestit(world, tuonnit));
        world.part(Yksilointi.class).ajonJalkeen(viestit::yksilointiajoPaattyi);
        put(world, Yleistunniste.class, new Yleistunniste(henkilot, luonti, tarkistus, linkitys, tuonnit, vtj));
        put(world, Palvelurajapinta.class, new Palvelurajapinta(world.db(), henkilot));
        put(world, HakuTaiLuonti.class, new HakuTaiLuonti(henkilot, luonti, tarkistus));
        var kotikuntahistoria = put(world, Kotikuntahistoria.class, new Kotikuntahistoria(world.db()));
        var paivitykset = put(
                world,
                VtjPaivitykset.class,
                new VtjPaivitykset(
                        world,
                        muutostiedot,
                        koodisto,
                        henkilot,
                        linkitys,
                        huoltajat,
                        kotikuntahistoria,
                        kuolleet::kuoli));
        tapahtumat.kuuntele(paivitykset::muuttui);
        var oikeudet = put(world, Henkilooikeudet.class, new Henkilooikeudet(henkilot, organisaatiot, henkilopaasy));
        put(world, Oppijat.class, new Oppijat(world.db(), henkilot, luonti, tarkistus, organisaatiot));
        put(world, OppijaTuonti.class, new OppijaTuonti(henkilot, linkitys, tuonnit, oikeudet, koodisto));
        put(world, Tuontiraportit.class, new Tuontiraportit(world.db(), henkilot, oikeudet, koodisto));
        put(world, Oppijahaku.class, new Oppijahaku(world.db()));
        put(world, Saapumiset.class, new Saapumiset(world));

        put(world, Schedule.class, new Schedule(world, tapahtumat::tapahtui));
    }

    private static <T> T put(World world, Class<T> type, T part) {
        world.add(type, part);
        return part;
    }

    /** Asked for when somebody calls, so the registry may come after the users. */
    private static Optional<Henkilonimet.Nimet> nimet(World world, String oid) {
        return world.part(Henkilot.class)
                .byOid(oid)
                .map(henkilo -> new Henkilonimet.Nimet(
                        henkilo.etunimet(), henkilo.kutsumanimi(), henkilo.sukunimi(), henkilo.asiointikieli()));
    }

    private static OidGenerator oids(Settings settings) {
        return switch (settings.oids()) {
            case "sequence" -> OidGenerator.sequence(settings.oidNode(), settings.seed());
            case "random" -> OidGenerator.random(settings.oidNode());
            default -> OidGenerator.derived(settings.oidNode(), settings.seed());
        };
    }
}
