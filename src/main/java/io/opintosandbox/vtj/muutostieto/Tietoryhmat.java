package io.opintosandbox.vtj.muutostieto;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.opintosandbox.vtj.Vtj;
import io.opintosandbox.vtj.VtjHenkilo;

/** What VTJ knows of a person, in the groups of its change feed and full data. */
final class Tietoryhmat {
    Tietoryhmat(Vtj vtj) {}

    /** Everything that VTJ has of a person, without {@code muutosattribuutti}. */
    ArrayNode perustiedot(VtjHenkilo henkilo) {
        return JsonNodeFactory.instance.arrayNode();
    }
}
