package io.opintosandbox.registry.yksilointi;

import io.opintosandbox.registry.henkilo.Henkilo;

/**
 * Somebody whose turn in the identification run has come.
 *
 * @param yritykset how often a failure has been tried again
 */
record Ehdokas(Henkilo henkilo, int yritykset) {}
