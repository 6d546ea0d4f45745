package io.opintosandbox.registry.huoltajat;

import io.opintosandbox.vtj.VtjHenkilo;
import java.time.LocalDate;

/**
 * What the change feed or full data tells of one guardian of a child. Contract: registry-behaviour.md 11 and 20.
 *
 * @param huoltaja with or without a hetu; its own dates are not looked at
 * @param alku since when it is a guardian; null when that is not told
 * @param loppu the first day on which it is none; null when that is not told
 * @param poisto the relation is gone
 */
public record HuoltajaMuutos(VtjHenkilo.Huoltaja huoltaja, LocalDate alku, LocalDate loppu, boolean poisto) {

    /** Odd on purpose: a relation that begins today is not in force, and nothing brings it later. */
    boolean isInForce(LocalDate today) {
        return !poisto && (alku == null || alku.isBefore(today)) && (loppu == null || loppu.isAfter(today));
    }
}
