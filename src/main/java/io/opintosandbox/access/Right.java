package io.opintosandbox.access;

/**
 * The rights of the registry by the names that tokens and tickets carry them.
 * Contract: auth.md 9, registry-api.md 3.
 */
public enum Right {
    REKISTERINPITAJA,
    REKISTERINPITAJA_READ,
    YLEISTUNNISTE_LUONTI,
    OPPIJOIDENTUONTI,
    TUONTIDATA_READ;

    /** The name with its service, as in a JWT: {@code OPPIJANUMEROREKISTERI_READ}. */
    public String qualified() {
        return "OPPIJANUMEROREKISTERI_" + name();
    }
}
