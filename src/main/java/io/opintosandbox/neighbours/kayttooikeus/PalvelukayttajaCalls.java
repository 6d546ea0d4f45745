package io.opintosandbox.neighbours.kayttooikeus;

import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.world.Worlds;

/** The keeping of service users, for account administrators. Contract: neighbours.md 1.2. */
final class PalvelukayttajaCalls {
    private static final String CRUD = "KAYTTOOIKEUS_PALVELUKAYTTAJA_CRUD";
    private static final int LONGEST = 255;

    private final Worlds worlds;

    PalvelukayttajaCalls(Worlds worlds) {
        this.worlds = worlds;
    }

    Object luo(KayttooikeusCall call) {
        checkRight(call);
        var nimi = call.body().text("nimi");
        if (nimi == null || nimi.isBlank() || nimi.length() > LONGEST) {
            throw KayttooikeusProblem.illegalArgument("nimi must be 1 to " + LONGEST + " characters");
        }
        if (call.feature(SyntheticOnly.class).refuses(nimi)) {
            throw KayttooikeusProblem.illegalArgument("nimi must not hold a hetu");
        }
        // Names are unique in the whole server: one that got into a world that has just gone would be lost for ever.
        return worlds.withoutReset(
                        call.kutsuja().world().name(),
                        world -> world.part(Palvelukayttajat.class).luo(nimi))
                .orElseThrow();
    }

    Object hae(KayttooikeusCall call) {
        checkRight(call);
        return call.feature(Palvelukayttajat.class).find(call.oid()).orElseThrow(() -> unknown(call));
    }

    Object uusiSalasana(KayttooikeusCall call) {
        checkRight(call);
        return call.feature(Palvelukayttajat.class).uusiSalasana(call.oid()).orElseThrow(() -> unknown(call));
    }

    Object uusiSalaisuus(KayttooikeusCall call) {
        checkRight(call);
        return call.feature(Palvelukayttajat.class)
                .uusiSalaisuus(call.oid(), call.kutsuja())
                .orElseThrow(() -> unknown(call));
    }

    private static void checkRight(KayttooikeusCall call) {
        if (!call.oikeudet().isAdmin() && !call.oikeudet().has(CRUD)) {
            throw KayttooikeusProblem.noRight("the call needs the right " + CRUD);
        }
    }

    private static KayttooikeusProblem unknown(KayttooikeusCall call) {
        return KayttooikeusProblem.notFound("No service user has the OID " + SyntheticOnly.maskAll(call.oid()));
    }
}
