package io.opintosandbox.registry.henkilo.dto;

import io.opintosandbox.http.BodyRules;
import java.util.Set;

/** A language; {@code kieliTyyppi} is never filled in. Contract: registry-api.md 5.1 and 5.2. */
public record KielisyysDto(String kieliKoodi, String kieliTyyppi) {
    private static final Set<String> OF_DEALINGS = Set.of("fi", "sv", "en");

    /** The language of a code in lower case, null of null. */
    public static KielisyysDto of(String koodi) {
        return koodi == null ? null : new KielisyysDto(koodi, null);
    }

    /** The code of a language that may be absent. */
    static String koodi(KielisyysDto kieli) {
        return kieli == null ? null : kieli.kieliKoodi();
    }

    /** A mother tongue has a code. */
    static void check(BodyRules rules, String field, KielisyysDto kieli) {
        rules.require(
                kieli == null
                        || (kieli.kieliKoodi() != null && !kieli.kieliKoodi().isEmpty()),
                "NotEmpty",
                field + ".kieliKoodi",
                koodi(kieli),
                "must not be empty");
    }

    /** A language of dealings is Finnish, Swedish or English. */
    static void checkAsiointikieli(BodyRules rules, KielisyysDto kieli) {
        check(rules, "asiointiKieli", kieli);
        rules.require(
                kieli == null || kieli.kieliKoodi() == null || OF_DEALINGS.contains(kieli.kieliKoodi()),
                "ValidateAsiointikieli",
                "asiointiKieli",
                kieli,
                "invalid.asiointikieli");
    }
}
