package io.opintosandbox.report;

import java.util.List;
import java.util.function.Function;

/**
 * Something that adapters do and had better not.
 *
 * @param instead what to do instead
 * @param finder the calls that show it, oldest first
 */
record Habit(String id, String title, String instead, Function<Calls, List<Call>> finder) {}
