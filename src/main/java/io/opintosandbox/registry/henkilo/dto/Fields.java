package io.opintosandbox.registry.henkilo.dto;

import io.opintosandbox.http.BodyRules;
import io.opintosandbox.id.Hetu;

/** Rules that fields of several bodies share. Contract: registry-api.md 5.1. */
public final class Fields {
    private static final String SIZE = "size must be between 1 and 2147483647";

    private Fields() {}

    /** Must be there and must not be empty. */
    public static void required(BodyRules rules, String field, String value) {
        rules.require(value != null, "NotNull", field, null, "must not be null");
        notTooShort(rules, field, value);
    }

    /** Must not be empty when it is there. */
    public static void notTooShort(BodyRules rules, String field, String value) {
        rules.require(value == null || !value.isEmpty(), "Size", field, value, SIZE);
    }

    /** Must be there and hold something. */
    public static void notEmpty(BodyRules rules, String field, String value) {
        rules.require(value != null && !value.isEmpty(), "NotEmpty", field, value, "must not be empty");
    }

    /** A valid hetu, or none. */
    public static void hetuOrNone(BodyRules rules, String field, String hetu) {
        rules.require(
                hetu == null || hetu.isEmpty() || Hetu.parse(hetu).isPresent(),
                "ValidateHetu",
                field,
                hetu,
                "invalid.hetu");
    }
}
