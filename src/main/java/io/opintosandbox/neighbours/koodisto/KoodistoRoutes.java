package io.opintosandbox.neighbours.koodisto;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.opintosandbox.access.BaseUrl;
import io.opintosandbox.json.Json;
import io.opintosandbox.neighbours.error.PlainError;
import io.opintosandbox.neighbours.koodisto.Koodisto.Koodi;
import io.opintosandbox.neighbours.organisaatio.Organisaatiot;
import io.opintosandbox.world.Worlds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * koodisto-service, which needs no login. {@code koodistoVersio} and {@code onlyValidKoodis} are taken and
 * change nothing: there is one version, and all its codes are valid. Contract: neighbours.md 3.
 */
public final class KoodistoRoutes {
    /** Base path of the service. */
    public static final String PATH = "/koodisto-service";

    private final Worlds worlds;
    private final BaseUrl baseUrl;

    public KoodistoRoutes(Worlds worlds, BaseUrl baseUrl) {
        this.worlds = worlds;
        this.baseUrl = baseUrl;
    }

    public void addTo(RoutesConfig routes) {
        routes.get(PATH + "/rest/json/{koodisto}/koodi", this::koodit);
        routes.head(PATH + "/rest/json/{koodisto}/koodi", this::koodit);
    }

    private void koodit(Context ctx) {
        var koodisto = ctx.pathParam("koodisto");
        var base = baseUrl.of(ctx) + PATH + "/rest/codeelement/";
        // Nobody is known here, and code sets are the same in all worlds.
        var world = worlds.defaultWorld();
        world.part(Koodisto.class)
                .koodit(koodisto)
                .ifPresentOrElse(
                        koodit -> ctx.contentType("application/json")
                                .result(Json.bytes(koodit.stream()
                                        .map(koodi -> json(koodisto, koodi, base))
                                        .toList())),
                        () -> PlainError.write(ctx, 404, world.clock().now()));
    }

    private static Map<String, Object> json(String koodisto, Koodi koodi, String base) {
        var uri = koodisto + "_" + koodi.koodi().toLowerCase(Locale.ROOT);
        // The registry asks for this version of the municipalities, and for the first or the newest of the others.
        var versio = koodisto.equals("kunta") ? 2 : 1;
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("koodistoUri", koodisto);
        set.put("organisaatioOid", Organisaatiot.ROOT);
        set.put("koodistoVersios", List.of(versio));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("koodiUri", uri);
        json.put("resourceUri", base + uri);
        json.put("version", 2);
        json.put("versio", 1);
        json.put("koodisto", set);
        json.put("koodiArvo", koodi.koodi());
        json.put("paivitysPvm", "2018-01-04");
        json.put("voimassaAlkuPvm", "1997-01-01");
        json.put("voimassaLoppuPvm", "2030-12-31");
        json.put("tila", "LUONNOS");
        json.put("metadata", metadata(koodi));
        return json;
    }

    /** Only the Finnish name comes with a description and a short form. */
    private static List<Map<String, String>> metadata(Koodi koodi) {
        List<Map<String, String>> metadata = new ArrayList<>();
        if (koodi.fi() != null) {
            Map<String, String> fi = new LinkedHashMap<>();
            fi.put("nimi", koodi.fi());
            fi.put(
                    "kuvaus",
                    koodi.fi().substring(0, 1).toUpperCase(Locale.ROOT)
                            + koodi.fi().substring(1));
            fi.put("lyhytNimi", koodi.fi());
            fi.put("kieli", "FI");
            metadata.add(fi);
        }
        addName(metadata, koodi.sv(), "SV");
        addName(metadata, koodi.en(), "EN");
        return metadata;
    }

    private static void addName(List<Map<String, String>> metadata, String nimi, String kieli) {
        if (nimi != null) {
            Map<String, String> entry = new LinkedHashMap<>();
            entry.put("nimi", nimi);
            entry.put("kieli", kieli);
            metadata.add(entry);
        }
    }
}
