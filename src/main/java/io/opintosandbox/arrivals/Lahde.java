package io.opintosandbox.arrivals;

import io.opintosandbox.id.HenkiloOid;

/**
 * A service that brings people into the registry: by which call, of which age, and what its account is. Contract:
 * neighbours.md 5, clients.md; the ages are ours.
 */
public enum Lahde {
    /** Study rights, from pre-primary to adult education. */
    KOSKI(1, Tie.HAKU_TAI_LUONTI, 6, 64, Ulkomaalaiset.HETULLA),
    /** Early childhood education. */
    VARDA(2, Tie.LUONTI, 0, 6, Ulkomaalaiset.HETULLA),
    /** The national certificates of language proficiency: registration by Suomi.fi, or by e-mail. */
    YKI(3, Tie.HAKU_TAI_LUONTI, 18, 64, Ulkomaalaiset.SAHKOPOSTILLA),
    /** The examination of court interpreters. */
    OTI(4, Tie.LUONTI, 20, 64, Ulkomaalaiset.HETULLA),
    /** Applications, by eIDAS too. */
    HAKU(5, Tie.HAKU_TAI_LUONTI, 15, 40, Ulkomaalaiset.EIDAS_TAI_SAHKOPOSTILLA),
    /** School logins, which need the oppijanumero: the school's own system has sent its pupils before. */
    MPASSID(6, Tie.TUONTI, 7, 19, Ulkomaalaiset.HETULLA),
    /** The register of court interpreters. */
    OIKEUSTULKKI(7, Tie.LUONTI, 25, 64, Ulkomaalaiset.HETULLA),
    /** The watch over compulsory education, over those in particular who have no place to study. */
    VALPAS(8, Tie.HAKU_TAI_LUONTI, 7, 17, Ulkomaalaiset.HETULLA),
    /** A clerk at the screen. */
    VIRKAILIJA(9, Tie.VIRKAILIJA, 7, 64, Ulkomaalaiset.LOMAKKEELLA);

    /** By which calls. */
    enum Tie {
        HAKU_TAI_LUONTI,
        LUONTI,
        TUONTI,
        VIRKAILIJA
    }

    /** What becomes of the hetu of somebody who is no Finn, as far as the service may do without one. */
    enum Ulkomaalaiset {
        HETULLA,
        SAHKOPOSTILLA,
        EIDAS_TAI_SAHKOPOSTILLA,
        LOMAKKEELLA
    }

    private static final int NODE = 98;
    private static final long ACCOUNTS = 9_000_001_000L;

    private final int tili;
    private final Tie tie;
    private final int nuorin;
    private final int vanhin;
    private final Ulkomaalaiset ulkomaalaiset;

    Lahde(int tili, Tie tie, int nuorin, int vanhin, Ulkomaalaiset ulkomaalaiset) {
        this.tili = tili;
        this.tie = tie;
        this.nuorin = nuorin;
        this.vanhin = vanhin;
        this.ulkomaalaiset = ulkomaalaiset;
    }

    Tie tie() {
        return tie;
    }

    /** The youngest age in full years. */
    int nuorin() {
        return nuorin;
    }

    /** The oldest. */
    int vanhin() {
        return vanhin;
    }

    Ulkomaalaiset ulkomaalaiset() {
        return ulkomaalaiset;
    }

    /** Whether people are attached to an organisation, which is then the account's too. */
    public boolean liittaa() {
        return tie == Tie.TUONTI || tie == Tie.VIRKAILIJA;
    }

    /** Whether people without a hetu may come by eIDAS. */
    boolean eidas() {
        return ulkomaalaiset == Ulkomaalaiset.EIDAS_TAI_SAHKOPOSTILLA;
    }

    /** The OID of the account that the registry shows as kasittelijaOid. It cannot log in. */
    String oid() {
        return HenkiloOid.of(NODE, ACCOUNTS + tili).value();
    }
}
