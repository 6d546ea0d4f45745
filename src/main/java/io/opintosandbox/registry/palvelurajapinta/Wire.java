package io.opintosandbox.registry.palvelurajapinta;

import io.opintosandbox.http.BodyRules;
import io.opintosandbox.registry.henkilo.dto.HenkiloCriteria;
import java.time.LocalDate;
import java.util.List;

/** Bodies and results that only the service-to-service calls have. Contract: registry-api.md 5.1 and 5.2. */
public final class Wire {

    private Wire() {}

    /** The conditions of {@link HenkiloCriteria} but for the hetu, which counts as an unknown property. */
    public record HenkiloHakuCriteriaDto(
            List<String> henkiloOids, Boolean passivoitu, Boolean duplikaatti, String nameQuery)
            implements BodyRules.Checked {

        @Override
        public boolean onlyLooksUp() {
            return true;
        }

        public HenkiloCriteria criteria() {
            return new HenkiloCriteria(henkiloOids, null, passivoitu, duplikaatti, nameQuery);
        }
    }

    /** Whose OID is wanted. */
    public record OidByEidasRequest(String eidasTunniste) implements BodyRules.Checked {

        @Override
        public boolean onlyLooksUp() {
            return true;
        }
    }

    /** A link between a slave and its master. */
    public record HenkiloViiteDto(String henkiloOid, String masterOid) {}

    /** That somebody lived, or lives, in a municipality. */
    public record KotikuntaHistoriaDto(
            String oid, String kotikunta, LocalDate kuntaanMuuttopv, LocalDate kunnastaPoisMuuttopv) {}
}
