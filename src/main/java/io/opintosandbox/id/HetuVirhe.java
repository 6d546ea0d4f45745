package io.opintosandbox.id;

/**
 * Why a text is not a hetu; the first rule it breaks, in this order.
 * Contract: registry-behaviour.md 2, rules 1-4.
 */
public enum HetuVirhe {
    /** Not exactly 11 characters (null included). */
    LENGTH,
    /** A birth date or individual number that is not ASCII digits, or a separator of no century. */
    SHAPE,
    /** Day outside 01-31 or month outside 01-12. */
    DATE,
    /** The last character is not the one the digits give; lower case included. */
    CHECK_CHARACTER
}
