package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.OpintoSandbox;
import io.opintosandbox.Sandbox;
import io.opintosandbox.junit.OpintopolkuSandbox;
import java.io.File;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@OpintopolkuSandbox(seed = 7, scenario = "personas")
class AdapterTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static String post(String url, String type, String authorization, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static String hae(Sandbox opintopolku) throws Exception {
        var peppi = opintopolku.credentials("peppi");
        var token = post(
                opintopolku.baseUrl() + "/kayttooikeus-service/oauth2/token",
                "application/x-www-form-urlencoded",
                null,
                "grant_type=client_credentials&client_id=" + peppi.username() + "&client_secret="
                        + URLEncoder.encode(peppi.clientSecret(), StandardCharsets.UTF_8));
        return post(
                opintopolku.baseUrl() + "/oppijanumerorekisteri-service/yleistunniste/hae",
                "application/json",
                "Bearer " + token.replaceAll(".*\"access_token\":\"([^\"]*)\".*", "$1"),
                "{\"etunimet\":\"Onni Eemeli\",\"kutsumanimi\":\"Onni\",\"sukunimi\":\"Mallikas\",\"hetu\":\"270688-9033\"}");
    }

    @Test
    void finds_an_oppijanumero(Sandbox opintopolku) throws Exception {
        assertTrue(hae(opintopolku).contains("\"oppijanumero\":\"1.2.246.562.98."));
    }

    @Nested
    class Inner {
        @Test
        void sees_the_same_world(Sandbox opintopolku) throws Exception {
            assertTrue(hae(opintopolku).contains("\"oppijanumero\":\"1.2.246.562.98."));
        }
    }

    @Test
    void serves_its_pages(Sandbox opintopolku) throws Exception {
        for (var path : new String[] {
            "/",
            "/oppijanumerorekisteri-service/swagger-ui/index.html",
            "/oppijanumerorekisteri-service/swagger-ui/swagger-ui-bundle.js",
            "/cas/login?service="
                    + URLEncoder.encode(
                            opintopolku.baseUrl() + "/oppijanumerorekisteri-service/j_spring_cas_security_check",
                            StandardCharsets.UTF_8)
        }) {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(opintopolku.baseUrl() + path))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), path);
        }
    }

    @Test
    void works_without_the_extension() throws Exception {
        try (var server = OpintoSandbox.start();
                var world = server.newWorld("mine")) {
            assertTrue(hae(world).contains("\"oppijanumero\":\"1.2.246.562.98."));
        }
    }

    @Test
    void nothing_but_the_library_and_junit_is_on_the_class_path() {
        var jars = Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .map(entry -> new File(entry).getName())
                .filter(name -> name.endsWith(".jar"))
                .filter(name -> !name.matches("(junit|opentest4j|apiguardian|surefire).*"))
                .toList();
        assertEquals(java.util.List.of("opinto-sandbox-0.1.0.jar"), jars);
    }

    @Test
    void the_libraries_inside_have_other_names_and_no_driver_registers_itself() {
        for (var name : new String[] {
            "org.h2.Driver",
            "io.javalin.Javalin",
            "org.slf4j.Logger",
            "picocli.CommandLine",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "jakarta.servlet.Servlet",
            "kotlin.Unit"
        }) {
            assertThrows(ClassNotFoundException.class, () -> Class.forName(name), name);
        }
        assertEquals(0, java.sql.DriverManager.drivers().count());
    }

    @Test
    void every_library_inside_is_named_with_its_licence() throws Exception {
        var named = new String(
                        OpintoSandbox.class
                                .getResourceAsStream("THIRD-PARTY.txt")
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("https://"))
                .map(line -> "io/opintosandbox/shaded/" + line.split(" ")[0].replace('.', '/') + "/")
                .toList();
        var jar = new File(OpintoSandbox.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (var files = new ZipFile(jar)) {
            var unnamed = files.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("io/opintosandbox/shaded/") && !name.endsWith("/"))
                    .filter(name -> named.stream().noneMatch(name::startsWith))
                    .toList();
            assertEquals(java.util.List.of(), unnamed);
        }
    }
}
