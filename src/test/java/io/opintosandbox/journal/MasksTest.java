package io.opintosandbox.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.id.SyntheticOnly;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the journal does not keep; real hetus are the contract's worked examples, outside 900-999. */
class MasksTest {
    private static final String TICKET = "ST-1-abcdefghijklmnop-sandbox";
    private static final Pattern ALIKE = Pattern.compile("\\*{4}[0-9a-f]{8}");

    private final Masks masks = new Masks(new SyntheticOnly(Set.of("010866-9260"), false));

    @Test
    void a_ticket_looks_the_same_wherever_it_stands() {
        var masked = masks.body(TICKET);

        assertTrue(masked.matches("ST-" + ALIKE), masked);
        assertEquals(masked, header("CasSecurityTicket", TICKET));
        assertEquals("a=1&ticket=" + masked, masks.query("a=1&ticket=" + TICKET));
        assertEquals("http://x/y?ticket=" + masked, header("Location", "http://x/y?ticket=" + TICKET));
        assertNotEquals(masked, masks.body("ST-2-abcdefghijklmnop-sandbox"));
    }

    @Test
    void a_token_looks_the_same_in_the_answer_and_in_the_call() {
        var answer = masks.body("{\"access_token\":\"aa.bb.cc\",\"token_type\":\"Bearer\",\"expires_in\":299}");

        var token = header("Authorization", "Bearer aa.bb.cc").substring(7);
        assertTrue(ALIKE.matcher(token).matches(), token);
        assertEquals("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":299}", answer);
        assertEquals("token=" + token, masks.form("token=aa.bb.cc"));
    }

    @Test
    void a_cookie_keeps_its_name_and_what_the_server_says_of_it() {
        var sent = header("Cookie", "JSESSIONID=abc; CSRF=x");
        var set = header("Set-Cookie", "JSESSIONID=abc; Path=/; HttpOnly");

        assertTrue(sent.matches("JSESSIONID=" + ALIKE + "; CSRF=" + ALIKE), sent);
        assertTrue(set.matches("JSESSIONID=" + ALIKE + "; Path=/; HttpOnly"), set);
        assertEquals(sent.substring(0, 23), set.substring(0, 23));
        assertTrue(sent.endsWith(header("CSRF", "x")), sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logoutRequest=%3Csamlp%3ASessionIndex%3E" + TICKET + "%3C%2Fsamlp%3ASessionIndex%3E",
                "service=http%3A%2F%2Fx%3Fticket%3D" + TICKET,
                "x=ST%2D1%2Dabcdefghijklmnop%2Dsandbox"
            })
    void an_encoded_ticket_is_a_ticket(String form) {
        assertFalse(masks.form(form).contains("abcdefghijklmnop"), masks.form(form));
        assertFalse(masks.body(form).contains("abcdefghijklmnop"), masks.body(form));
    }

    @Test
    void of_a_password_that_came_as_something_else_than_a_form_nothing_is_left_either() {
        assertEquals("username=peppi&password=****", masks.body("username=peppi&password=a%2Bb"));
        assertEquals("client_secret=****&x=1", masks.body("client_secret=abc&x=1"));
        assertEquals("Basic ****", header("Authorization", "Basic cGVwcGk6c2FsYXNhbmE="));
    }

    @Test
    void of_a_password_nothing_is_left() {
        assertEquals("username=peppi&password=****", masks.form("username=peppi&password=a%2Bb"));
        assertEquals(
                "grant_type=client_credentials&client_secret=****",
                masks.form("grant_type=client_credentials&client_secret=x"));
        assertEquals("{\"clientSecret\" : \"****\"}", masks.body("{\"clientSecret\" : \"a\\\"b\"}"));
        assertFalse(header("Authorization", "Basic cGVwcGk6eA==").contains("cGVwcGk6eA"));
    }

    @ParameterizedTest
    @CsvSource({
        "/henkilo/hetu=010180-1210, /henkilo/hetu=010180-****",
        "/henkilo/hetu=010180%2D1210, /henkilo/hetu=010180%2D****",
        "/henkilo/hetu=01018%30-1210, /henkilo/hetu=010180-****",
        "/henkilo/hetu=010190-901R, /henkilo/hetu=010190-901R",
        "/henkilo/hetu=010866-9260, /henkilo/hetu=010866-9260",
    })
    void a_real_hetu_is_masked_however_it_is_written_and_a_synthetic_one_stays(String path, String kept) {
        assertEquals(kept, masks.path(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"hetu\":\"010180-1210\"}", "{\"hetu\":\"\\u0030\\u00310180-1210\"}", "a 010180A1210 b"})
    void a_real_hetu_in_a_body_is_masked(String body) {
        var masked = masks.body(body);

        assertTrue(masked.contains("****"), masked);
        assertFalse(masked.contains("1210"), masked);
    }

    @Test
    void what_is_no_secret_stays_as_it_is() {
        var body = "{\"etunimet\":\"TEST-HENKILO Anna\",\"x\":\"\\u00e4 100%\"}";

        assertEquals(body, masks.body(body));
        assertEquals("x=100%&y=a+b&z", masks.query("x=100%&y=a+b&z"));
    }

    private String header(String name, String value) {
        return masks.headers(List.of(new Exchange.Field(name, value))).get(name).get(0);
    }
}
