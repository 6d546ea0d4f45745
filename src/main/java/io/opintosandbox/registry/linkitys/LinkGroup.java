package io.opintosandbox.registry.linkitys;

import java.util.List;
import java.util.stream.Stream;

/**
 * A person as one of a link group, which has one master and any number of slaves; somebody who is linked
 * to nobody is alone in theirs. Contract: registry-behaviour.md 6 and 16.
 *
 * @param oid the person asked about
 * @param identified whether that person is identified by itself
 * @param masterOid the group's master, which is the person itself unless it is a slave
 * @param masterIdentified whether the master is
 * @param slaves OIDs of the group's slaves
 */
public record LinkGroup(
        String oid, boolean identified, String masterOid, boolean masterIdentified, List<String> slaves) {

    /** The others: for a slave its master and the master's other slaves, for a master all its slaves. */
    public List<String> linked() {
        if (isMaster()) {
            return slaves;
        }
        return Stream.concat(Stream.of(masterOid), slaves.stream().filter(slave -> !slave.equals(oid)))
                .toList();
    }

    /** The oppijanumero that hae tells: the master's OID once the master is identified, else null. */
    public String oppijanumero() {
        return masterIdentified ? masterOid : null;
    }

    /**
     * The oppijanumero on an import row. Odd on purpose: in a group it is the master's OID even when nobody
     * is identified.
     */
    public String oppijanumeroOnRow() {
        if (identified) {
            return oid;
        }
        return slaves.isEmpty() ? null : masterOid;
    }

    private boolean isMaster() {
        return oid.equals(masterOid);
    }
}
