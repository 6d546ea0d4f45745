package io.opintosandbox.access;

/**
 * The rights that the registry looks at, by the names that tokens and tickets carry them.
 * Contract: auth.md 9, registry-api.md 3.
 */
public enum Right {
    REKISTERINPITAJA,
    REKISTERINPITAJA_READ,
    READ,
    HENKILON_RU,
    YLEISTUNNISTE_LUONTI,
    OPPIJOIDENTUONTI,
    TUONTIDATA_READ,
    DUPLICATE_READ,
    DUPLIKAATTINAKYMA,
    MANUAALINEN_YKSILOINTI,
    YKSILOINNIN_PURKU,
    VTJ_VERTAILUNAKYMA,
    KOTIKUNTAHISTORIA,
    TURVAKIELTOKOTIKUNTAHISTORIA,
    EIDAS_HENKILON_LUONTI,
    /** Of kayttooikeus-service: whoever keeps service users may read and change them. */
    PALVELUKAYTTAJA_CRUD("KAYTTOOIKEUS"),
    /** Of an older service; still opens one call. */
    OPHREKISTERI("HENKILONHALLINTA");

    private final String palvelu;

    Right() {
        this("OPPIJANUMEROREKISTERI");
    }

    Right(String palvelu) {
        this.palvelu = palvelu;
    }

    /** The service that the right belongs to. */
    public String palvelu() {
        return palvelu;
    }

    /** The name with its service, as in a JWT: {@code OPPIJANUMEROREKISTERI_READ}. */
    public String qualified() {
        return palvelu + "_" + name();
    }
}
