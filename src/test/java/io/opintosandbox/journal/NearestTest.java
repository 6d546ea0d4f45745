package io.opintosandbox.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operation that a call to an unknown path most likely meant. */
class NearestTest {
    private final Nearest nearest = new Nearest(List.of(
            "POST /registry/yleistunniste/hae",
            "GET /registry/yleistunniste/hae/{oid}",
            "PUT /registry/yleistunniste",
            "GET /registry/yleistunniste/tuonti={id}",
            "GET /registry/henkilo/{oid}",
            "GET /registry/henkilo/{oid}/master",
            "GET /registry/henkilo/hetu={hetu}"));

    @ParameterizedTest
    @CsvSource({
        "POST, /yleistunniste/hae,             POST /registry/yleistunniste/hae",
        "POST, /registry/yleistunnis/hae,      POST /registry/yleistunniste/hae",
        "POST, /registri/yleistunniste/hae,    POST /registry/yleistunniste/hae",
        "GET,  /registry/yleistunniste/hae,    POST /registry/yleistunniste/hae",
        "POST, /registry/Yleistunniste/Hae/,   POST /registry/yleistunniste/hae",
        "GET,  /registry/henkilot/1.2.3,       GET /registry/henkilo/{oid}",
        "GET,  /registry/henkilo/1.2.3/mastr,  GET /registry/henkilo/{oid}/master",
        "GET,  /registry/henkilo/hetu=010190,  GET /registry/henkilo/hetu={hetu}",
        "GET,  /registry/yleistunniste/tuonti=x, GET /registry/yleistunniste/tuonti={id}",
        "GET,  /registry/yleistunniste/tuonti/x, GET /registry/yleistunniste/tuonti={id}",
    })
    void a_call_beside_an_operation_finds_it(String method, String path, String expected) {
        assertEquals(expected, nearest.of(method, path));
    }

    @Test
    void what_is_like_nothing_finds_nothing() {
        assertNull(nearest.of("GET", "/"));
        assertNull(nearest.of("GET", "/favicon.ico"));
        assertNull(nearest.of("GET", "/wp-admin/setup.php"));
        assertNull(nearest.of("GET", "/registry/" + "a".repeat(500)));
        assertNull(nearest.of("GET", "/a".repeat(100)));
    }
}
