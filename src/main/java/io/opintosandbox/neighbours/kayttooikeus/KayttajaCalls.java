package io.opintosandbox.neighbours.kayttooikeus;

import io.opintosandbox.access.ServiceUsers;
import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.neighbours.kayttooikeus.Kayttajat.Virkailijahaku;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is asked about accounts, and may be done to them. Contract: neighbours.md 1.1 and 1.2. */
final class KayttajaCalls {

    /** A person with an account; a learner has none. */
    record Tyyppi(String oid, String kayttajaTyyppi) {}

    Object tyyppi(KayttooikeusCall call) {
        return call.feature(Kayttajat.class)
                .tili(call.oid())
                .map(tili -> new Tyyppi(tili.oid(), tili.kayttajaTyyppi()))
                .orElseThrow(() -> unknown(call.oid()));
    }

    Object kayttajatiedot(KayttooikeusCall call) {
        return call.feature(Kayttajat.class).kayttajatiedot(call.oid()).orElseThrow(() -> unknown(call.oid()));
    }

    /** Whom the person in the path may see; {@code passivoitu} restricts nobody. */
    Object nakyvat(KayttooikeusCall call) {
        var body = call.body();
        return call.feature(Kayttajat.class)
                .nakyvat(call.oid(), body.texts("organisaatioOids"), body.texts("kayttoOikeusRyhmaNimet"));
    }

    Object passivoi(KayttooikeusCall call) {
        if (!call.oikeudet().isAdmin()) {
            throw KayttooikeusProblem.noRight("only register keepers at the root close accounts");
        }
        var palvelukayttajat = call.feature(Palvelukayttajat.class);
        if (!call.feature(ServiceUsers.class).close(call.oid(), palvelukayttajat::secret)) {
            throw unknown(call.oid());
        }
        return null;
    }

    Object saakoKasitella(KayttooikeusCall call) {
        var body = call.body();
        var target = body.text("userOid");
        if (target == null) {
            throw KayttooikeusProblem.illegalArgument("userOid is missing");
        }
        return !call.feature(Henkilopaasy.class)
                .sallitut(
                        body.text("callingUserOid"),
                        body.texts("callingUserRoles"),
                        body.textsByName("allowedPalveluRooli"),
                        service(body.text("externalPermissionService")),
                        List.of(target))
                .isEmpty();
    }

    private static Optional<ExternalPermissionService> service(String name) {
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(ExternalPermissionService.values())
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> KayttooikeusProblem.unreadable(
                        "JSON parse error: externalPermissionService is none of the known ones")));
    }

    Object virkailijat(KayttooikeusCall call) {
        var body = call.body();
        var haku = new Virkailijahaku(
                body.texts("organisaatioOids"),
                body.texts("kayttoOikeusRyhmaNimet"),
                body.textsByName("kayttooikeudet"),
                body.flag("passivoitu"),
                body.flag("duplikaatti"));
        if (haku.isEmpty()) {
            throw KayttooikeusProblem.illegalArgument("No criterion is given");
        }
        return call.feature(Kayttajat.class).virkailijat(haku);
    }

    private static KayttooikeusProblem unknown(String oid) {
        return KayttooikeusProblem.notFound("No account of " + SyntheticOnly.maskAll(oid));
    }
}
