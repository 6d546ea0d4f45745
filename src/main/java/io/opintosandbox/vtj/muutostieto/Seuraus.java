package io.opintosandbox.vtj.muutostieto;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.vtj.VtjHenkilo;
import java.util.List;

/**
 * What an event leads to.
 *
 * @param henkilot who is in VTJ from now on as given here
 * @param ryhmat the groups of the message
 */
record Seuraus(List<VtjHenkilo> henkilot, List<ObjectNode> ryhmat) {

    static Seuraus of(VtjHenkilo nyt, ObjectNode... ryhmat) {
        return new Seuraus(List.of(nyt), List.of(ryhmat));
    }
}
