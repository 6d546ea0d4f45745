package io.opintosandbox.vtj.muutostieto;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.vtj.VtjHenkilo.Osoite;
import io.opintosandbox.vtj.VtjHenkilo.UlkomainenOsoite;
import io.opintosandbox.vtj.muutostieto.TapahtumaVirhe.Syy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Events about addresses. Contract: exchanges/lives-addresses.md. */
final class Osoitetapahtumat {
    static final List<String> KENTAT =
            Arrays.stream(Osoiteryhma.values()).map(Osoiteryhma::kentta).toList();

    private Osoitetapahtumat() {}

    static Seuraus osoite(VtjHenkilo ennen, Tapahtumakentat kentat, LocalDate today) {
        var nyt = osoitteet(ennen, kentat);
        var ryhmat = ryhmat(ennen, nyt, kentat, today.toString());
        if (ryhmat.isEmpty()) {
            throw new TapahtumaVirhe(
                    Syy.KOKONAISUUS, null, "Give at least one of the fields " + String.join(", ", KENTAT) + ".");
        }
        return new Seuraus(List.of(nyt), ryhmat);
    }

    /** The person with the addresses of the event, of which null takes one away. */
    static VtjHenkilo osoitteet(VtjHenkilo ennen, Tapahtumakentat kentat) {
        var nyt = ennen.toBuilder();
        for (var ryhma : Osoiteryhma.values()) {
            var kentta = ryhma.kentta();
            if (!kentat.on(kentta)) {
                continue;
            }
            switch (ryhma) {
                case VAKINAINEN_KOTIMAINEN_OSOITE -> nyt.osoite(kentat.tiedot(kentta, Osoite.class));
                case VAKINAINEN_ULKOMAINEN_OSOITE ->
                    nyt.ulkomainenOsoite(kentat.tiedot(kentta, UlkomainenOsoite.class));
                case KOTIMAINEN_POSTIOSOITE -> nyt.postiosoite(kentat.tiedot(kentta, Osoite.class));
                case TILAPAINEN_KOTIMAINEN_OSOITE -> nyt.tilapainenOsoite(kentat.tiedot(kentta, Osoite.class));
                case TILAPAINEN_ULKOMAINEN_OSOITE ->
                    nyt.tilapainenUlkomainenOsoite(kentat.tiedot(kentta, UlkomainenOsoite.class));
                case SAHKOPOSTIOSOITE -> nyt.sahkoposti(kentat.teksti(kentta));
            }
        }
        return nyt.build();
    }

    /** The groups of the addresses that the event names. */
    static List<ObjectNode> ryhmat(VtjHenkilo ennen, VtjHenkilo nyt, Tapahtumakentat kentat, String alkupv) {
        return Arrays.stream(Osoiteryhma.values())
                .filter(ryhma -> kentat.on(ryhma.kentta()))
                .map(ryhma -> ryhma.muutos(ennen, nyt, alkupv))
                .toList();
    }
}
