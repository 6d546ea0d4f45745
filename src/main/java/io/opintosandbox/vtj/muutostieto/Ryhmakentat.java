package io.opintosandbox.vtj.muutostieto;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.json.Json;
import java.util.List;

/** Puts one group together; what is null is left out. Contract: registry-behaviour.md 20, "A message". */
final class Ryhmakentat {
    private final ObjectNode ryhma = Json.object();

    /** A group by its name. */
    static Ryhmakentat of(String tietoryhma, Muutosattribuutti muutos) {
        var kentat = new Ryhmakentat().text("tietoryhma", tietoryhma);
        return muutos == Muutosattribuutti.PERUSTIETO ? kentat : kentat.text("muutosattribuutti", muutos.name());
    }

    /** An object inside a group. */
    static Ryhmakentat sisempi() {
        return new Ryhmakentat();
    }

    Ryhmakentat text(String kentta, String arvo) {
        if (arvo != null) {
            ryhma.put(kentta, arvo);
        }
        return this;
    }

    Ryhmakentat flag(String kentta, boolean arvo) {
        ryhma.put(kentta, arvo);
        return this;
    }

    Ryhmakentat texts(String kentta, List<String> arvot) {
        arvot.forEach(ryhma.putArray(kentta)::add);
        return this;
    }

    /** A date as the feed writes it: {@code {"arvo":"yyyy-MM-dd"}}. */
    Ryhmakentat date(String kentta, String pv) {
        if (pv != null) {
            ryhma.putObject(kentta).put("arvo", pv);
        }
        return this;
    }

    /** A text in Finnish and in Swedish; left out when there is neither. */
    Ryhmakentat kielilla(String kentta, String fi, String sv) {
        return object(kentta, sisempi().text("fi", fi).text("sv", sv));
    }

    /** Left out when it is empty. */
    Ryhmakentat object(String kentta, Ryhmakentat kentat) {
        if (!kentat.ryhma.isEmpty()) {
            ryhma.set(kentta, kentat.ryhma);
        }
        return this;
    }

    /** An array with one object. */
    Ryhmakentat arrayOf(String kentta, ObjectNode ainoa) {
        ryhma.putArray(kentta).add(ainoa);
        return this;
    }

    ObjectNode valmis() {
        return ryhma;
    }
}
