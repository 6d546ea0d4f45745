package io.opintosandbox.arrivals;

import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.vtj.VtjHenkilo;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody about to be brought in.
 *
 * @param hetuton the service does not know the hetu; {@code tunnus} is what it knows instead
 * @param tunnus nobody else's, good for an address
 * @param rekisterissa whom the registry finds by the hetu; always empty for a hetuton
 */
record Tulija(VtjHenkilo henkilo, boolean hetuton, String tunnus, Optional<Henkilo> rekisterissa) {

    /** Somebody who comes with a hetu. */
    static Tulija hetulla(VtjHenkilo henkilo, Optional<Henkilo> rekisterissa) {
        return new Tulija(henkilo, false, null, rekisterissa);
    }

    /** Somebody who comes without; {@code numero} is that of the person in the population. */
    static Tulija hetuton(Lahde lahde, VtjHenkilo henkilo, int numero) {
        return new Tulija(henkilo, true, lahde.name().toLowerCase(Locale.ROOT) + "-" + numero, Optional.empty());
    }

    /** VTJ need not tell a call name. */
    String kutsumanimi() {
        return henkilo.kutsumanimi() == null ? henkilo.etunimet().split(" ", 2)[0] : henkilo.kutsumanimi();
    }

    /** What the service tells. */
    String hetu() {
        return hetuton ? null : henkilo.hetu();
    }

    String sahkoposti() {
        return tunnus + "@example.com";
    }
}
