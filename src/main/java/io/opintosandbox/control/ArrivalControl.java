package io.opintosandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.arrivals.Lahde;
import io.opintosandbox.arrivals.Saapuminen;
import io.opintosandbox.arrivals.Saapumiset;
import io.opintosandbox.arrivals.Saapumiset.Tilaus;
import io.opintosandbox.control.ControlRoutes.Reply;
import io.opintosandbox.neighbours.organisaatio.Organisaatiot;
import io.opintosandbox.world.World;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** People arriving from the other services. Contract: control-api.md, "arrivals". */
final class ArrivalControl {
    private static final int MOST = 10_000;
    private static final double USUALLY_KNOWN = 0.2;
    private static final String USUAL_ORGANISATION = "1.2.246.562.10.10000000001";
    private static final String[] SOURCES =
            Arrays.stream(Lahde.values()).map(Lahde::name).toArray(String[]::new);

    /**
     * Who came.
     *
     * @param username of the service's account, and {@code kasittelijaOid} its OID, as the registry shows them
     * @param asked how many were asked for
     * @param arrived how many of them are in the registry now
     * @param persons those who were asked for, then the guardians who came along
     */
    record Arrivals(
            String source, String username, String kasittelijaOid, int asked, long arrived, List<Arrival> persons) {}

    /**
     * How somebody came.
     *
     * @param outcome created, found or refused
     * @param cameBefore the services that had brought the person before
     * @param guardianOf the OIDs of the children whom a guardian came along with
     */
    record Arrival(
            String oid,
            String hetu,
            String etunimet,
            String kutsumanimi,
            String sukunimi,
            String source,
            String call,
            String organisation,
            String outcome,
            String why,
            List<Lahde> cameBefore,
            List<String> guardianOf) {}

    Reply add(ControlCall call) {
        var body = call.body("source", "count", "known", "organisation");
        var source = ControlCall.oneOf(body, "source", null, SOURCES);
        if (source == null) {
            throw ControlProblem.badField(
                    "/source", "The source is missing: one of " + String.join(", ", SOURCES) + ".");
        }
        var lahde = Lahde.valueOf(source);
        var count = count(body);
        var organisaatio = organisaatio(body, lahde, call.world());
        var tuttuja = (int) Math.floor(count * known(body));
        var tulos = call.world().part(Saapumiset.class).saavu(new Tilaus(lahde, count, organisaatio, tuttuja));
        if (tulos.tulleet().isEmpty()) {
            throw ControlProblem.conflict(
                    "/source",
                    "Nobody of the age that " + source
                            + " brings in is left in the population; start with a larger --population, or reset.");
        }
        return new Reply(201, arrivals(lahde, count, tulos), null);
    }

    private static Arrivals arrivals(Lahde lahde, int asked, Saapumiset.Tulos tulos) {
        var arrived = tulos.tulleet().stream()
                .filter(tullut -> tullut.oid() != null && tullut.huollettavat().isEmpty())
                .count();
        return new Arrivals(
                lahde.name(),
                lahde.name().toLowerCase(Locale.ROOT),
                tulos.kasittelijaOid(),
                asked,
                arrived,
                tulos.tulleet().stream().map(tullut -> arrival(lahde, tullut)).toList());
    }

    private static Arrival arrival(Lahde lahde, Saapuminen tullut) {
        return new Arrival(
                tullut.oid(),
                tullut.hetu(),
                tullut.etunimet(),
                tullut.kutsumanimi(),
                tullut.sukunimi(),
                lahde.name(),
                tullut.kutsu(),
                tullut.organisaatio(),
                switch (tullut.lopputulos()) {
                    case LUOTU -> "created";
                    case LOYTYI -> "found";
                    case TORJUTTU -> "refused";
                },
                tullut.syy(),
                tullut.aiemmin(),
                tullut.huollettavat());
    }

    private static int count(ObjectNode body) {
        var count = body.get("count");
        if (count == null || count.isNull()) {
            return 1;
        }
        if (!count.isInt() || count.asInt() < 1 || count.asInt() > MOST) {
            throw ControlProblem.badField("/count", "The count must be a whole number from 1 to " + MOST + ".");
        }
        return count.asInt();
    }

    private static double known(ObjectNode body) {
        var known = body.get("known");
        if (known == null || known.isNull()) {
            return USUALLY_KNOWN;
        }
        if (!known.isNumber() || !(known.asDouble() >= 0 && known.asDouble() <= 1)) {
            throw ControlProblem.badField(
                    "/known",
                    "The share of people whom another source has brought before must be a number from 0 to 1.");
        }
        return known.asDouble();
    }

    private static String organisaatio(ObjectNode body, Lahde lahde, World world) {
        var oid = ControlCall.text(body, "organisation");
        if (oid == null) {
            return USUAL_ORGANISATION;
        }
        if (!lahde.liittaa()) {
            throw ControlProblem.badField(
                    "/organisation",
                    lahde + " attaches nobody to an organisation; leave it out, or take MPASSID or VIRKAILIJA.");
        }
        if (!world.part(Organisaatiot.class).has(oid)) {
            throw ControlProblem.badField(
                    "/organisation", "No organisation has this OID; " + USUAL_ORGANISATION + " is one.");
        }
        return oid;
    }
}
