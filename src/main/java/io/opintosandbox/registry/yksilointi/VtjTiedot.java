package io.opintosandbox.registry.yksilointi;

import io.opintosandbox.access.ServiceUsers;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.neighbours.koodisto.Koodisto;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.Kutsumanimi;
import io.opintosandbox.registry.henkilo.VtjKoodit;
import io.opintosandbox.registry.henkilo.VtjYhteystiedot;
import io.opintosandbox.registry.henkilo.VtjYhteystiedot.Ryhma;
import io.opintosandbox.registry.huoltajat.Huoltajat;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.world.WorldClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a successful identification writes over the person. Contract: registry-behaviour.md 9. */
final class VtjTiedot {

    private final WorldClock clock;
    private final YksilointiRepository rows;
    private final Koodisto koodisto;
    private final ServiceUsers users;
    private final Henkilot henkilot;
    private final VtjYhteystiedot yhteystiedot;
    private final Huoltajat huoltajat;

    VtjTiedot(
            WorldClock clock,
            YksilointiRepository rows,
            Koodisto koodisto,
            ServiceUsers users,
            Henkilot henkilot,
            VtjYhteystiedot yhteystiedot,
            Huoltajat huoltajat) {
        this.clock = clock;
        this.henkilot = henkilot;
        this.yhteystiedot = yhteystiedot;
        this.rows = rows;
        this.koodisto = koodisto;
        this.users = users;
        this.huoltajat = huoltajat;
    }

    /** @param kasittelijaOid null leaves the last handler as it is, as background runs do */
    void yksiloi(Henkilo henkilo, VtjHenkilo vtj, String kasittelijaOid) {
        var etunimet = isEmpty(vtj.etunimet()) ? henkilo.etunimet() : vtj.etunimet();
        write(henkilo, vtj, kutsumanimi(henkilo, vtj, etunimet), clock.now(), kasittelijaOid);
        yhteystiedot.poista(henkilo.id());
        yhteystiedot.lisaa(henkilo.id(), groups(henkilo, vtj));
        huoltajat.korvaa(henkilo.id(), vtj.huoltajat());
    }

    /** A clerk has decided that VTJ's names are right. Contract: registry-behaviour.md 13. */
    void yliaja(Henkilo henkilo, VtjHenkilo vtj, String kasittelijaOid) {
        var etunimet = isEmpty(vtj.etunimet()) ? henkilo.etunimet() : vtj.etunimet();
        var kutsumanimi = Kutsumanimi.isPartOf(vtj.kutsumanimi(), etunimet) ? vtj.kutsumanimi() : etunimet;
        write(henkilo, vtj, kutsumanimi.isEmpty() ? etunimet : kutsumanimi, null, kasittelijaOid);
        if (vtj.turvakielto()) {
            yhteystiedot.poista(henkilo.id());
        }
        yhteystiedot.lisaa(henkilo.id(), groups(henkilo, vtj));
    }

    private void write(Henkilo henkilo, VtjHenkilo vtj, String kutsumanimi, Instant vtjsynced, String kasittelijaOid) {
        var hetu = Hetu.parse(vtj.hetu());
        rows.saveIdentified(
                henkilo.id(),
                new YksilointiRepository.Tiedot(
                        isEmpty(vtj.etunimet()) ? henkilo.etunimet() : vtj.etunimet(),
                        kutsumanimi,
                        isEmpty(vtj.sukunimi()) ? henkilo.sukunimi() : vtj.sukunimi(),
                        hetu.map(Hetu::syntymaaika).orElse(henkilo.syntymaaika()),
                        hetu.map(Hetu::sukupuoli).orElse(henkilo.sukupuoli()),
                        aidinkieli(henkilo, vtj),
                        vtj.kotikunta(),
                        vtj.turvakielto()),
                clock.now(),
                vtjsynced,
                kasittelijaOid);
        rows.saveHetut(henkilo.id(), Set.of(vtj.hetu()));
        if (!vtj.kansalaisuudet().isEmpty()) {
            henkilot.korvaaKansalaisuudet(henkilo, kansalaisuudet(vtj));
        }
    }

    private static String kutsumanimi(Henkilo henkilo, VtjHenkilo vtj, String etunimet) {
        var ofVtj = vtj.kutsumanimi();
        var usable = !isEmpty(ofVtj) && !ofVtj.equals(etunimet) && !ofVtj.contains(" ");
        var kutsumanimi = usable ? ofVtj : henkilo.kutsumanimi();
        return Kutsumanimi.isPartOf(kutsumanimi, etunimet) ? kutsumanimi : etunimet;
    }

    private String aidinkieli(Henkilo henkilo, VtjHenkilo vtj) {
        if (vtj.aidinkieli() == null) {
            return henkilo.aidinkieli();
        }
        var code = vtj.aidinkieli().toLowerCase(Locale.ROOT);
        if (code.equals("iw")) {
            return "he";
        }
        return koodisto.has("kieli", code.toUpperCase(Locale.ROOT)) ? code : henkilo.aidinkieli();
    }

    private Set<String> kansalaisuudet(VtjHenkilo vtj) {
        Set<String> codes = new LinkedHashSet<>();
        vtj.kansalaisuudet().stream()
                .map(VtjKoodit::maa)
                .filter(code -> koodisto.has("maatjavaltiot2", code))
                .forEach(codes::add);
        return codes;
    }

    /** VTJ's contact groups: for learners only, and none under a turvakielto. */
    private List<Ryhma> groups(Henkilo henkilo, VtjHenkilo vtj) {
        List<Ryhma> groups = new ArrayList<>();
        if (vtj.turvakielto() || users.hasAccount(henkilo.oid())) {
            return groups;
        }
        var swedish = "sv".equals(henkilo.asiointikieli());
        if (vtj.osoite() != null) {
            add(groups, VtjYhteystiedot.KOTIMAINEN_OSOITE, domestic(vtj.osoite(), swedish));
        }
        if (vtj.ulkomainenOsoite() != null) {
            add(groups, VtjYhteystiedot.ULKOMAINEN_OSOITE, foreign(vtj.ulkomainenOsoite(), swedish));
        }
        if (!isEmpty(vtj.sahkoposti())) {
            add(groups, VtjYhteystiedot.SAHKOPOSTIOSOITE, Map.of(VtjYhteystiedot.SAHKOPOSTI, vtj.sahkoposti()));
        }
        return groups;
    }

    private static void add(List<Ryhma> groups, String kuvaus, Map<String, String> yhteystiedot) {
        if (!yhteystiedot.isEmpty()) {
            groups.add(new Ryhma(kuvaus, yhteystiedot));
        }
    }

    private static Map<String, String> domestic(VtjHenkilo.Osoite osoite, boolean swedish) {
        Map<String, String> rows = new LinkedHashMap<>();
        put(rows, VtjYhteystiedot.KATUOSOITE, inLanguage(swedish, osoite.katuosoiteSv(), osoite.katuosoite()));
        put(rows, VtjYhteystiedot.POSTINUMERO, osoite.postinumero());
        put(
                rows,
                VtjYhteystiedot.KAUPUNKI,
                inLanguage(swedish, osoite.postitoimipaikkaSv(), osoite.postitoimipaikka()));
        if (!rows.isEmpty()) {
            // A domestic address is in Finland, whether VTJ's data says so or not.
            put(
                    rows,
                    VtjYhteystiedot.MAA,
                    inLanguage(swedish, orElse(osoite.maaSv(), "Finland"), orElse(osoite.maa(), "Suomi")));
        }
        return rows;
    }

    private Map<String, String> foreign(VtjHenkilo.UlkomainenOsoite osoite, boolean swedish) {
        Map<String, String> rows = new LinkedHashMap<>();
        put(rows, VtjYhteystiedot.KATUOSOITE, osoite.katuosoite());
        put(rows, VtjYhteystiedot.KAUPUNKI, osoite.kunta());
        var maa = koodisto.koodi("maatjavaltiot2", String.valueOf(osoite.valtiokoodi()))
                .map(koodi -> inLanguage(swedish, koodi.sv(), koodi.fi()));
        put(rows, VtjYhteystiedot.MAA, isEmpty(osoite.maa()) ? maa.orElse(null) : osoite.maa());
        return rows;
    }

    private static String inLanguage(boolean swedish, String sv, String fi) {
        return swedish && !isEmpty(sv) ? sv : fi;
    }

    private static String orElse(String text, String otherwise) {
        return isEmpty(text) ? otherwise : text;
    }

    private static void put(Map<String, String> rows, String type, String value) {
        if (!isEmpty(value)) {
            rows.put(type, value);
        }
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isEmpty();
    }
}
