package io.opintosandbox;

import io.opintosandbox.access.ServiceUsers;
import io.opintosandbox.config.Settings;
import io.opintosandbox.fixtures.Fixtures;
import io.opintosandbox.fixtures.PersonaLoader;
import io.opintosandbox.id.OidGenerator;
import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.neighbours.koodisto.Koodisto;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.linkitys.Linkitys;
import io.opintosandbox.registry.tuonti.Tuonnit;
import io.opintosandbox.registry.yksilointi.Yksilointi;
import io.opintosandbox.registry.yleistunniste.Yleistunniste;
import io.opintosandbox.vtj.PersonFactory;
import io.opintosandbox.vtj.Population;
import io.opintosandbox.vtj.Vtj;
import io.opintosandbox.world.World;
import java.util.function.Consumer;

/** Puts the features into a new world, in the order in which they need each other, and loads its people. */
final class WorldFurnisher implements Consumer<World> {
    private final Fixtures fixtures;
    private final PersonFactory people;
    private final Koodisto koodisto;

    WorldFurnisher(Fixtures fixtures) {
        this.fixtures = fixtures;
        this.people = new PersonFactory(fixtures::url);
        this.koodisto = new Koodisto(fixtures::url);
    }

    @Override
    public void accept(World world) {
        var settings = world.settings();
        // Read for every world anew, so that a changed file counts from the next reset on.
        var personas = fixtures.personas();
        var oids = oids(settings);
        world.add(SyntheticOnly.class, new SyntheticOnly(settings.allowedHetus(), settings.refusesTestHetus()));
        var serviceUsers = put(world, ServiceUsers.class, new ServiceUsers(world.db(), oids));
        var vtj = put(
                world,
                Vtj.class,
                new Vtj(world, new Population(settings.seed(), settings.population(), people), personas.inVtj()));
        var linkitys = put(world, Linkitys.class, new Linkitys(world.db()));
        var yksilointi = put(world, Yksilointi.class, new Yksilointi(world, vtj, koodisto, serviceUsers));
        var henkilot = put(world, Henkilot.class, new Henkilot(world, oids, yksilointi::dueAt));
        var tuonnit = put(world, Tuonnit.class, new Tuonnit(world, henkilot));
        put(world, Yleistunniste.class, new Yleistunniste(henkilot, linkitys, tuonnit, vtj));

        serviceUsers.insert(fixtures.users().stream().map(Fixtures.User::user).toList());
        PersonaLoader.load(world, personas.personas());
    }

    private static <T> T put(World world, Class<T> type, T part) {
        world.add(type, part);
        return part;
    }

    private static OidGenerator oids(Settings settings) {
        return switch (settings.oids()) {
            case "sequence" -> OidGenerator.sequence(settings.oidNode(), settings.seed());
            case "random" -> OidGenerator.random(settings.oidNode());
            default -> OidGenerator.derived(settings.oidNode(), settings.seed());
        };
    }
}
