package io.opintosandbox.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.access.ReadyMadeUsers;
import io.opintosandbox.faults.FaultForm;
import io.opintosandbox.fixtures.LoadedPeople;
import io.opintosandbox.fixtures.Schedule;
import io.opintosandbox.id.OidGenerator;
import io.opintosandbox.neighbours.kayttooikeus.ExternalPermissionService;
import io.opintosandbox.neighbours.kayttooikeus.Palvelukayttajat;
import io.opintosandbox.neighbours.kayttooikeus.UlkoisetPalvelut;
import io.opintosandbox.registry.kuolleet.Kuolleet;
import io.opintosandbox.vtj.Vtj;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.world.Effect;
import io.opintosandbox.world.Faults.Fault;
import io.opintosandbox.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a world keeps outside the database, as it stands in a snapshot.
 *
 * @param readyMadeUsers names as in the fixtures
 * @param people OIDs of ready-made people by name
 * @param inVtj ready-made people of VTJ; those that it must not know stand in notInVtj
 * @param vtjDrawn how many people VTJ has made up
 * @param oidPosition null unless OIDs come from a sequence
 * @param ids how many ids of each kind have been issued
 * @param due when each kind of background work is due
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record State(
        List<String> readyMadeUsers,
        Map<String, String> people,
        List<VtjHenkilo> inVtj,
        List<String> notInVtj,
        long vtjDrawn,
        Long oidPosition,
        Map<String, Long> ids,
        Map<String, Instant> due,
        Map<ExternalPermissionService, Permission> externalPermissions,
        Palvelukayttajat.Muisti serviceUsers,
        List<ObjectNode> faults,
        long lastFault,
        Map<Integer, Long> scheduledFaults) {

    /** What an external permission service answers; without OIDs the same about everybody. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Permission(boolean allow, Set<String> oids) {}

    /** How far a stalled import has come, beside the fault's own fields. */
    private static final String ROWS = "rows";

    static State of(World world) {
        var vtj = world.part(Vtj.class);
        var oids = world.part(OidGenerator.class).position();
        return new State(
                world.part(ReadyMadeUsers.class).names(),
                new TreeMap<>(world.part(LoadedPeople.class).oids()),
                vtj.readyMade().values().stream().flatMap(Optional::stream).toList(),
                vtj.readyMade().entrySet().stream()
                        .filter(entry -> entry.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList(),
                vtj.drawn(),
                oids.isPresent() ? Long.valueOf(oids.getAsLong()) : null,
                world.ids().counted(),
                world.dueTimes(),
                permissions(world),
                world.part(Palvelukayttajat.class).muisti(),
                world.faults().all().stream().map(State::json).toList(),
                world.faults().lastId(),
                world.part(Schedule.class).faults());
    }

    private static Map<ExternalPermissionService, Permission> permissions(World world) {
        Map<ExternalPermissionService, Permission> permissions = new TreeMap<>();
        world.part(UlkoisetPalvelut.class)
                .answers()
                .forEach((service, answer) -> permissions.put(
                        service, new Permission(answer.allow(), answer.oids().orElse(null))));
        return permissions;
    }

    private static ObjectNode json(Fault fault) {
        var json = FaultForm.json(fault);
        if (fault.effect() instanceof Effect.ImportStall stall) {
            json.put(ROWS, stall.rows());
        }
        return json;
    }

    /** The ready-made people as VTJ takes them: by hetu, empty for whom it must not know. */
    Map<String, Optional<VtjHenkilo>> vtj() {
        Map<String, Optional<VtjHenkilo>> people = new LinkedHashMap<>();
        inVtj.forEach(henkilo -> people.put(henkilo.hetu(), Optional.of(henkilo)));
        notInVtj.forEach(hetu -> people.put(hetu, Optional.empty()));
        return people;
    }

    /** Whether something that must be there is null, inside the fields. */
    boolean holdsNull() {
        return Stream.of(
                                readyMadeUsers,
                                people.values(),
                                inVtj,
                                notInVtj,
                                ids.values(),
                                due.values(),
                                externalPermissions.values(),
                                serviceUsers.made().values(),
                                faults,
                                scheduledFaults.values())
                        .flatMap(Collection::stream)
                        .anyMatch(Objects::isNull)
                || inVtj.stream().anyMatch(henkilo -> henkilo.hetu() == null);
    }

    /** Puts everything into a world that has its features but no time of its own yet. */
    void restore(World world, Usernames names, Instant now) {
        world.add(ReadyMadeUsers.class, new ReadyMadeUsers(readyMadeUsers));
        var loaded = new LoadedPeople();
        loaded.add(people);
        world.add(LoadedPeople.class, loaded);
        world.part(Vtj.class).goOnAfter(vtjDrawn);
        if (oidPosition != null) {
            world.part(OidGenerator.class).goOnFrom(oidPosition);
        }
        world.ids().goOnAfter(ids);
        var ulkoiset = world.part(UlkoisetPalvelut.class);
        externalPermissions.forEach((service, permission) -> {
            if (permission.oids() == null) {
                ulkoiset.answersAll(service, permission.allow());
            } else {
                ulkoiset.answersFor(service, permission.oids());
            }
        });
        world.part(Palvelukayttajat.class).muista(renamed(names));
        world.faults().takeOver(faults(names), lastFault);
        world.part(Schedule.class).takeOver(scheduledFaults);
        Optional.ofNullable(due.get(Kuolleet.class.getSimpleName()))
                .ifPresent(yo -> world.part(Kuolleet.class).odottaa(yo));
        world.takeOver(now, due);
    }

    private Palvelukayttajat.Muisti renamed(Usernames names) {
        return new Palvelukayttajat.Muisti(
                serviceUsers.begun(),
                serviceUsers.made().entrySet().stream()
                        .collect(Collectors.toMap(
                                made -> names.of(made.getKey()).toLowerCase(Locale.ROOT),
                                made -> made.getValue().renamed(names::of))));
    }

    /** Errors: {@link FaultForm.BadFault}. */
    List<Fault> faults(Usernames names) {
        List<Fault> all = new ArrayList<>();
        for (var json : faults) {
            var effect = FaultForm.effect(json.path("effect"));
            var match = FaultForm.match(json.path("match"), effect);
            all.add(new Fault(
                    json.path("id").asLong(),
                    new io.opintosandbox.world.Faults.Match(match.method(), match.path(), names.of(match.username())),
                    effect instanceof Effect.ImportStall stall
                            ? new Effect.ImportStall(
                                    stall.afterRows(), json.path(ROWS).asInt())
                            : effect,
                    FaultForm.times(json.path("times"), effect),
                    json.path("struck").asInt()));
        }
        return all;
    }
}
