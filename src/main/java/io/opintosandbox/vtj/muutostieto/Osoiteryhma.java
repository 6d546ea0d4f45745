package io.opintosandbox.vtj.muutostieto;

import static io.opintosandbox.vtj.muutostieto.Muutosattribuutti.LISATTY;
import static io.opintosandbox.vtj.muutostieto.Muutosattribuutti.PERUSTIETO;
import static io.opintosandbox.vtj.muutostieto.Muutosattribuutti.POISTETTU;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.vtj.VtjHenkilo.Osoite;
import io.opintosandbox.vtj.VtjHenkilo.UlkomainenOsoite;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The groups that hold addresses, each with the field of a VTJ person that it tells of. Contract: control-api.md,
 * "Event bodies", ADDRESS; exchanges/lives-addresses.md.
 */
enum Osoiteryhma {
    VAKINAINEN_KOTIMAINEN_OSOITE("osoite"),
    VAKINAINEN_ULKOMAINEN_OSOITE("ulkomainenOsoite"),
    KOTIMAINEN_POSTIOSOITE("postiosoite"),
    TILAPAINEN_KOTIMAINEN_OSOITE("tilapainenOsoite"),
    TILAPAINEN_ULKOMAINEN_OSOITE("tilapainenUlkomainenOsoite"),
    SAHKOPOSTIOSOITE("sahkoposti");

    private final String kentta;

    Osoiteryhma(String kentta) {
        this.kentta = kentta;
    }

    /** The field of a VTJ person. */
    String kentta() {
        return kentta;
    }

    /**
     * The group of a message: what is new or, when it has been taken away, what was there.
     *
     * @param alkupv since when the address holds, told with street addresses alone
     */
    ObjectNode muutos(VtjHenkilo ennen, VtjHenkilo nyt, String alkupv) {
        return ryhma(LISATTY, nyt, alkupv)
                .or(() -> ryhma(POISTETTU, ennen, null))
                .orElseGet(() -> Ryhmakentat.of(name(), POISTETTU))
                .valmis();
    }

    /** What VTJ has of a person's addresses. */
    static List<ObjectNode> perustiedot(VtjHenkilo henkilo) {
        return Arrays.stream(values())
                .flatMap(ryhma -> ryhma.ryhma(PERUSTIETO, henkilo, null).stream())
                .map(Ryhmakentat::valmis)
                .toList();
    }

    /** Empty when the person has no such address. */
    private Optional<Ryhmakentat> ryhma(Muutosattribuutti muutos, VtjHenkilo henkilo, String alkupv) {
        var ryhma = Ryhmakentat.of(name(), muutos);
        return switch (this) {
            case VAKINAINEN_KOTIMAINEN_OSOITE -> katuosoite(ryhma, henkilo.osoite(), alkupv);
            case VAKINAINEN_ULKOMAINEN_OSOITE -> ulkomainen(ryhma, henkilo.ulkomainenOsoite());
            case KOTIMAINEN_POSTIOSOITE -> postiosoite(ryhma, henkilo.postiosoite());
            case TILAPAINEN_KOTIMAINEN_OSOITE -> katuosoite(ryhma, henkilo.tilapainenOsoite(), alkupv);
            case TILAPAINEN_ULKOMAINEN_OSOITE -> ulkomainen(ryhma, henkilo.tilapainenUlkomainenOsoite());
            case SAHKOPOSTIOSOITE ->
                Optional.ofNullable(henkilo.sahkoposti()).map(osoite -> ryhma.text("sahkopostiosoite", osoite));
        };
    }

    private static Optional<Ryhmakentat> katuosoite(Ryhmakentat ryhma, Osoite osoite, String alkupv) {
        return Optional.ofNullable(osoite).map(kotimainen -> {
            var osat = Katuosoite.of(kotimainen.katuosoite(), kotimainen.katuosoiteSv());
            ryhma.date("alkupv", alkupv)
                    .kielilla("katunimi", osat.katunimi(), osat.katunimiSv())
                    .text("katunumero", osat.katunumero())
                    .text("huoneistokirjain", osat.huoneistokirjain())
                    .text("huoneistonumero", osat.huoneistonumero())
                    .text("jakokirjain", osat.jakokirjain());
            return postitoimipaikka(ryhma, kotimainen);
        });
    }

    private static Optional<Ryhmakentat> postiosoite(Ryhmakentat ryhma, Osoite osoite) {
        return Optional.ofNullable(osoite)
                .map(kotimainen -> postitoimipaikka(
                        ryhma.kielilla("postiosoite", kotimainen.katuosoite(), kotimainen.katuosoiteSv()), kotimainen));
    }

    private static Ryhmakentat postitoimipaikka(Ryhmakentat ryhma, Osoite osoite) {
        return ryhma.text("postinumero", osoite.postinumero())
                .kielilla("postitoimipaikka", osoite.postitoimipaikka(), osoite.postitoimipaikkaSv());
    }

    private static Optional<Ryhmakentat> ulkomainen(Ryhmakentat ryhma, UlkomainenOsoite osoite) {
        return Optional.ofNullable(osoite)
                .map(ulkomainen -> ryhma.text("lahiosoite", ulkomainen.katuosoite())
                        .text("paikkakunta", ulkomainen.kunta())
                        .text("valtiokoodi", ulkomainen.valtiokoodi())
                        .text("valtionimi", ulkomainen.maa()));
    }
}
