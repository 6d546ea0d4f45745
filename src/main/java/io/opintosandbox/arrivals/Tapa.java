package io.opintosandbox.arrivals;

import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.arrivals.Saapuminen.Vastaus;
import io.opintosandbox.http.Problem;
import io.opintosandbox.store.StoreException;
import java.util.List;
import java.util.function.Supplier;

/** A service's way to bring people in: the calls it makes, through the same doors as the routes. */
interface Tapa {
    String HENKILO_HETULLA = "GET /henkilo/hetu={hetu}";
    String HENKILON_LUONTI = "POST /henkilo";

    /** What came of each, in the order given; nobody's failure keeps others out. */
    List<Vastaus> tuo(Kutsuja kutsuja, List<Tulija> tulijat);

    /** The call by which somebody would be created. */
    String kutsu(Tulija tulija);

    /** What the registry refuses is an answer too. */
    static Vastaus yrita(String kutsu, Supplier<Vastaus> call) {
        try {
            return call.get();
        } catch (Problem problem) {
            return Vastaus.torjuttu(kutsu, problem.status() + ": " + problem.why());
        } catch (StoreException.UniqueViolation e) {
            return Vastaus.torjuttu(kutsu, "400: somebody else brought the same person in at this moment");
        }
    }
}
