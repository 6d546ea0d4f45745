package io.opintosandbox.arrivals;

import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.arrivals.Saapuminen.Vastaus;
import io.opintosandbox.registry.tuonti.Tuonnit;
import io.opintosandbox.registry.yleistunniste.Wire.FilteredRow;
import io.opintosandbox.registry.yleistunniste.Wire.HaeRequest;
import io.opintosandbox.registry.yleistunniste.Wire.Row;
import io.opintosandbox.registry.yleistunniste.Wire.TuontiRequest;
import io.opintosandbox.registry.yleistunniste.Yleistunniste;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A school's system: one import of the narrow API with everybody in it, with an address for what cannot be identified. */
final class TuontiTapa implements Tapa {
    private static final String KUTSU = "PUT /yleistunniste";
    private static final String SAHKOPOSTI = "opintotoimisto@example.com";

    private final Yleistunniste yleistunniste;
    private final Tuonnit tuonnit;
    private final String organisaatio;

    /** @param organisaatio the caller's */
    TuontiTapa(Yleistunniste yleistunniste, Tuonnit tuonnit, String organisaatio) {
        this.yleistunniste = yleistunniste;
        this.tuonnit = tuonnit;
        this.organisaatio = organisaatio;
    }

    @Override
    public List<Vastaus> tuo(Kutsuja kutsuja, List<Tulija> tulijat) {
        if (tulijat.isEmpty()) {
            return List.of();
        }
        List<Row> rivit = new ArrayList<>();
        for (var tulija : tulijat) {
            var henkilo = tulija.henkilo();
            rivit.add(new Row(
                    String.valueOf(rivit.size()),
                    new HaeRequest(henkilo.etunimet(), tulija.kutsumanimi(), henkilo.sukunimi(), henkilo.hetu())));
        }
        var id =
                yleistunniste.tuo(kutsuja, new TuontiRequest(SAHKOPOSTI, rivit)).id();
        if (!tuonnit.valmiiksi(id).kasitelty()) {
            var syy = "import " + id + " has stopped; POST /yleistunniste/tuonti=" + id + " continues it";
            return tulijat.stream().map(tulija -> Vastaus.torjuttu(KUTSU, syy)).toList();
        }
        return vastaukset(kutsuja, id, tulijat);
    }

    @Override
    public String kutsu(Tulija tulija) {
        return KUTSU;
    }

    private List<Vastaus> vastaukset(Kutsuja kutsuja, long id, List<Tulija> tulijat) {
        Map<String, String> oids = yleistunniste.rivit(kutsuja, id).henkilot().stream()
                .collect(Collectors.toMap(
                        FilteredRow::tunniste, rivi -> rivi.henkilo().oid()));
        List<Vastaus> vastaukset = new ArrayList<>();
        for (var tulija : tulijat) {
            var oid = oids.get(String.valueOf(vastaukset.size()));
            var vastaus = tulija.rekisterissa().isPresent() ? Vastaus.loytyi(oid, KUTSU) : Vastaus.luotu(oid, KUTSU);
            vastaukset.add(vastaus.liittaen(organisaatio));
        }
        return vastaukset;
    }
}
