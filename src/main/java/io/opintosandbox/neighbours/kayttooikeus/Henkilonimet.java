package io.opintosandbox.neighbours.kayttooikeus;

import java.util.Optional;

/** The user service's question to the registry: what the person behind an account is called. */
@FunctionalInterface
public interface Henkilonimet {

    /**
     * A person's names.
     *
     * @param asiointikieli code in lower case, or null
     */
    record Nimet(String etunimet, String kutsumanimi, String sukunimi, String asiointikieli) {}

    /** The names of the person with this OID, if the registry has one. */
    Optional<Nimet> nimet(String oid);
}
