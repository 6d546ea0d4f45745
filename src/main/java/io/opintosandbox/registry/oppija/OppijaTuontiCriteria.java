package io.opintosandbox.registry.oppija;

import java.time.Instant;
import java.util.List;

/**
 * Which imported learners a report is about; null and empty do not restrict. Contract: registry-api.md 5.1.
 *
 * @param muokattuJalkeen modified then or later
 * @param organisaatioOids of the caller's organisations only these
 * @param vainVirheet only those who could not be identified
 * @param nimiHaku an OID, a hetu or beginnings of names
 */
public record OppijaTuontiCriteria(
        Long tuontiId, Instant muokattuJalkeen, List<String> organisaatioOids, boolean vainVirheet, String nimiHaku) {

    /** The same, as the list of failures reads it: of all imports, failures only. */
    OppijaTuontiCriteria kaikkienTuontienVirheet() {
        return new OppijaTuontiCriteria(null, muokattuJalkeen, organisaatioOids, true, nimiHaku);
    }
}
