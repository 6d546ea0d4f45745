package io.opintosandbox.registry.oppija;

import io.opintosandbox.http.Problem;
import io.opintosandbox.registry.oppija.RaporttiDto.OppijahakuResult;
import io.opintosandbox.registry.page.PagedModel;
import io.opintosandbox.store.WorldDb;
import java.util.Locale;
import java.util.regex.Pattern;

/** The clerk's search over the whole registry. Contract: registry-api.md 4.6. */
public final class Oppijahaku {
    private static final int PAGE = 50;
    private static final Pattern HETU = Pattern.compile("\\d{6}.\\d{3}[\\dA-Z]");

    private final OppijahakuRepository rows;

    public Oppijahaku(WorldDb db) {
        this.rows = new OppijahakuRepository(db);
    }

    /** What a text looks for; each kind is found by conditions of its own. */
    sealed interface Ehto {
        record Oid(String oid) implements Ehto {}

        record Hetu(String hetu) implements Ehto {}

        /** Beginnings of both. */
        record Nimet(String sukunimi, String etunimet) implements Ehto {}

        /** The beginning of the surname, and that of the first names or the call name. */
        record Kutsuttu(String nimi, String sukunimi) implements Ehto {}

        /** The beginning of any name. */
        record Alkaa(String nimi) implements Ehto {}
    }

    /** Errors: 500 B without a text or page, as in the published service. */
    public PagedModel<OppijahakuResult> hae(OppijahakuRequest request) {
        if (request.query() == null || request.page() == null) {
            throw Problem.failure("query and page must be given; the published service fails without them");
        }
        var ehto = ehto(request.query().trim());
        var content = rows.page(ehto, request.passive(), (long) request.page() * PAGE, PAGE).stream()
                .map(henkilo -> new OppijahakuResult(
                        henkilo.etunimet(), henkilo.oid(), henkilo.sukunimi(), henkilo.syntymaaika()))
                .toList();
        return PagedModel.of(content, request.page(), PAGE, rows.count(ehto, request.passive()));
    }

    static Ehto ehto(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        if (text.startsWith("1.2.")) {
            return new Ehto.Oid(text);
        }
        if (HETU.matcher(upper).matches()) {
            return new Ehto.Hetu(upper);
        }
        if (text.contains(",")) {
            var comma = text.indexOf(',');
            return new Ehto.Nimet(
                    text.substring(0, comma).trim(), text.substring(comma + 1).trim());
        }
        var space = text.lastIndexOf(' ');
        return space < 0
                ? new Ehto.Alkaa(text)
                : new Ehto.Kutsuttu(text.substring(0, space).trim(), text.substring(space + 1));
    }
}
