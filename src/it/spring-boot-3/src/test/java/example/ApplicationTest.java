package example;

import static org.assertj.core.api.Assertions.assertThat;

import io.opintosandbox.OpintoSandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A whole application with its own web server and database beside the sandbox, in one JVM. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ApplicationTest {
    private static final OpintoSandbox SERVER = OpintoSandbox.start();

    @Autowired
    private Environment environment;

    @Autowired
    private DataSource dataSource;

    @DynamicPropertySource
    static void opintopolku(DynamicPropertyRegistry properties) {
        var peppi = SERVER.sandbox().credentials("peppi");
        properties.add("opintopolku.url", SERVER::baseUrl);
        properties.add("opintopolku.client-id", peppi::username);
        properties.add("opintopolku.client-secret", peppi::clientSecret);
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    private String get(String path) throws Exception {
        var url = "http://localhost:" + environment.getProperty("local.server.port") + path;
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void the_application_finds_an_oppijanumero() throws Exception {
        assertThat(get("/onni")).startsWith("1.2.246.562.98.");
    }

    @Test
    void its_database_is_its_own() throws Exception {
        try (var connection = dataSource.getConnection();
                var plain = DriverManager.getConnection("jdbc:h2:mem:own")) {
            assertThat(connection.unwrap(java.sql.Connection.class).getClass().getName())
                    .startsWith("org.h2.");
            assertThat(plain.getClass().getName()).isEqualTo("org.h2.jdbc.JdbcConnection");
        }
        assertThat(DriverManager.drivers().map(driver -> driver.getClass().getName()))
                .noneMatch(name -> name.startsWith("io.opintosandbox"));
    }

    @Test
    void nothing_of_the_sandbox_is_served_or_logged_with_it() {
        assertThat(getClass().getResource("/META-INF/resources/webjars")).isNull();
        assertThat(org.slf4j.LoggerFactory.getILoggerFactory().getClass().getName())
                .startsWith("ch.qos.logback.");
        assertThat(getClass().getResource("/logback.xml")).isNull();
    }
}
