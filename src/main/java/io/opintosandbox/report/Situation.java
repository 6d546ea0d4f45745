package io.opintosandbox.report;

import java.util.function.Predicate;

/**
 * Something that the contract can answer, and that an adapter should have been tried against.
 *
 * @param contract what is answered then
 * @param provoke how to make it happen
 */
record Situation(String id, String title, String contract, String provoke, Predicate<Call> met) {}
