package io.opintosandbox.registry.oikeudet;

import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.access.Right;
import io.opintosandbox.http.Call;
import io.opintosandbox.http.Guard;
import io.opintosandbox.http.Problem;
import io.opintosandbox.neighbours.kayttooikeus.ExternalPermissionService;
import io.opintosandbox.neighbours.kayttooikeus.Henkilopaasy;
import io.opintosandbox.neighbours.organisaatio.Organisaatiot;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who may read or change which person: the rules that look at the person and not only at the caller.
 * Contract: registry-api.md 3.1.
 */
public final class Henkilooikeudet {
    private static final String HEADER = "External-Permission-Service";

    private final Henkilot henkilot;
    private final Organisaatiot organisaatiot;
    private final Henkilopaasy henkilopaasy;

    public Henkilooikeudet(Henkilot henkilot, Organisaatiot organisaatiot, Henkilopaasy henkilopaasy) {
        this.henkilot = henkilot;
        this.organisaatiot = organisaatiot;
        this.henkilopaasy = henkilopaasy;
    }

    /** Whether the person is read or changed; the register keeper of the country who only reads is told apart. */
    public enum Aikomus {
        LUKU,
        MUUTOS
    }

    /** What a call wants with people. */
    public record Pyynto(
            Kutsuja kutsuja, Aikomus aikomus, List<Right> oikeudet, Optional<ExternalPermissionService> ulkoinen) {

        /** A call that the header {@code External-Permission-Service} may vouch for. */
        public static Pyynto of(Call call, Aikomus aikomus, Right... oikeudet) {
            return new Pyynto(call.kutsuja(), aikomus, List.of(oikeudet), nimettyUlkoinen(call));
        }

        /** A call that goes by the caller's own rights alone. */
        public static Pyynto ilmanUlkoista(Call call, Aikomus aikomus, Right... oikeudet) {
            return new Pyynto(call.kutsuja(), aikomus, List.of(oikeudet), Optional.empty());
        }
    }

    /** Lets through whoever may read the person whose OID the path names {@code {oid}}. */
    public static Guard lukee(Right... oikeudet) {
        return guard(Aikomus.LUKU, oikeudet);
    }

    /** Lets through whoever may change the person whose OID the path names {@code {oid}}. */
    public static Guard muuttaa(Right... oikeudet) {
        return guard(Aikomus.MUUTOS, oikeudet);
    }

    /** The guard, and a header {@code External-Permission-Service} that makes sense. */
    public static Guard ulkoinenSaaPuoltaa(Guard guard) {
        return new Guard() {
            @Override
            public void prepare(Call call) {
                nimettyUlkoinen(call);
            }

            @Override
            public void admit(Call call) {
                guard.admit(call);
            }
        };
    }

    private static Guard guard(Aikomus aikomus, Right... oikeudet) {
        return ulkoinenSaaPuoltaa(call ->
                call.feature(Henkilooikeudet.class).vaadi(Pyynto.of(call, aikomus, oikeudet), call.text("oid")));
    }

    /** Errors: 401 B when the caller may not, also when there is no such person. */
    public void vaadi(Pyynto pyynto, String oid) {
        if (!salli(pyynto, oid)) {
            throw Problem.noRight("the caller has no right to this person; learners are open to OPPIJOIDENTUONTI in an"
                    + " organisation of theirs, to the register keeper, and to themselves");
        }
    }

    /** Whether the caller may. */
    public boolean salli(Pyynto pyynto, String oid) {
        if (ohittaa(pyynto) || pyynto.kutsuja().oid().equals(oid)) {
            return true;
        }
        return oid != null
                && (henkilot.byOid(oid)
                                .filter(henkilo -> omissaOrganisaatioissa(pyynto.kutsuja(), List.of(henkilo))
                                        .contains(henkilo.id()))
                                .isPresent()
                        || kayttooikeuspalvelunMukaan(pyynto, List.of(oid)).contains(oid));
    }

    /** Errors: 401 B. The person, if the caller may read it; for calls that look the person up first. */
    public Henkilo luettava(Henkilo henkilo, Pyynto pyynto) {
        vaadi(pyynto, henkilo.oid());
        return henkilo;
    }

    /** Those whom the caller may read; the others are dropped silently. Two statements for any number of people. */
    public List<Henkilo> suodata(Pyynto pyynto, Collection<Henkilo> kaikki) {
        if (ohittaa(pyynto) || kaikki.isEmpty()) {
            return List.copyOf(kaikki);
        }
        var omissa = omissaOrganisaatioissa(pyynto.kutsuja(), kaikki);
        List<Henkilo> loput = new ArrayList<>();
        kaikki.stream().filter(henkilo -> !omissa.contains(henkilo.id())).forEach(loput::add);
        var sallitut = kayttooikeuspalvelunMukaan(
                pyynto, loput.stream().map(Henkilo::oid).distinct().toList());
        return kaikki.stream()
                .filter(henkilo -> omissa.contains(henkilo.id())
                        || sallitut.contains(henkilo.oid())
                        || henkilo.oid().equals(pyynto.kutsuja().oid()))
                .toList();
    }

    /** The caller's organisations by these rights, and all that is below them, closed ones too. */
    public Set<String> organisaatiotAlaisineen(Kutsuja kutsuja, Right... oikeudet) {
        return organisaatiot.withDescendants(kutsuja.organisaatiot(oikeudet));
    }

    private static boolean ohittaa(Pyynto pyynto) {
        return pyynto.aikomus() == Aikomus.LUKU
                ? pyynto.kutsuja().readsAll()
                : pyynto.kutsuja().isSuper();
    }

    private Set<Long> omissaOrganisaatioissa(Kutsuja kutsuja, Collection<Henkilo> kaikki) {
        return henkilot.organisaatioissa(kaikki, organisaatiotAlaisineen(kutsuja, Right.OPPIJOIDENTUONTI));
    }

    private Set<String> kayttooikeuspalvelunMukaan(Pyynto pyynto, List<String> oids) {
        Map<String, List<String>> oikeudet = pyynto.oikeudet().stream()
                .collect(Collectors.groupingBy(Right::palvelu, Collectors.mapping(Right::name, Collectors.toList())));
        return henkilopaasy.sallitut(
                pyynto.kutsuja().oid(), pyynto.kutsuja().authorities(), oikeudet, pyynto.ulkoinen(), oids);
    }

    private static Optional<ExternalPermissionService> nimettyUlkoinen(Call call) {
        var named = call.header(HEADER);
        var known = Arrays.stream(ExternalPermissionService.values())
                .collect(Collectors.toMap(Enum::name, Function.identity()));
        if (named.isPresent() && !named.get().isEmpty() && !known.containsKey(named.get())) {
            throw Problem.illegalArgument(
                    "No enum constant fi.vm.sade.kayttooikeus.dto.permissioncheck.ExternalPermissionService."
                            + named.get(),
                    HEADER + " is one of " + known.keySet());
        }
        return named.map(known::get);
    }
}
