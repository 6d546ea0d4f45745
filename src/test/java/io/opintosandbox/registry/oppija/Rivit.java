package io.opintosandbox.registry.oppija;

import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The words of tests about imports of the wide API. */
final class Rivit {
    private static final AtomicInteger KEYS = new AtomicInteger();

    private final TestSandbox sandbox;
    private final RegistryCalls calls;

    Rivit(TestSandbox sandbox) {
        this.sandbox = sandbox;
        this.calls = new RegistryCalls(sandbox);
    }

    /** Names of somebody new, a Swedish citizen, and further fields: name, value, name, value. */
    static Map<String, Object> henkilo(Object... fields) {
        return RegistryCalls.with(
                RegistryCalls.with(RegistryCalls.nimet(), "kansalaisuus", List.of(koodi("752"))), fields);
    }

    static Map<String, Object> koodi(String koodi) {
        return Map.of("koodi", koodi);
    }

    /** A passport number or another key that nobody has. */
    static String avain() {
        return "K" + KEYS.incrementAndGet();
    }

    /** Sends an import with these people on rows {@code r0}, {@code r1} and so on. */
    io.restassured.response.Response laheta(String username, List<Map<String, Object>> henkilot) {
        var rows = java.util.stream.IntStream.range(0, henkilot.size())
                .mapToObj(i -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("tunniste", "r" + i);
                    row.put("henkilo", henkilot.get(i));
                    return row;
                })
                .toList();
        return calls.put(username, "/oppija", Map.of("henkilot", rows));
    }

    /** Starts an import and answers its id. */
    long aloita(String username, List<Map<String, Object>> henkilot) {
        return laheta(username, henkilot)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    /** Imports and finishes the work. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    final long tuo(String username, Map<String, Object>... henkilot) {
        var id = aloita(username, Arrays.asList(henkilot));
        sandbox.settle().then().statusCode(200);
        return id;
    }

    /** The import as the register keeper sees it. */
    ValidatableResponse rivit(long id) {
        return calls.get("rekisterinpitaja", "/oppija/tuonti=" + id).then().statusCode(200);
    }

    /** The OIDs on the rows, in the order of the rows. */
    List<String> oidit(long id) {
        return rivit(id).extract().path("henkilot.henkilo.oid");
    }
}
