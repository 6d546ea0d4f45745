package example;

import java.net.URI;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** An adapter: asks the registry, keeps the number in its own database. */
@SpringBootApplication
@RestController
public class Application {
    private final RestClient http = RestClient.create();
    private final JdbcTemplate database;

    private String url;
    private String clientId;
    private String clientSecret;

    public Application(JdbcTemplate database) {
        this.database = database;
        database.execute("create table numbers (oppijanumero varchar(40))");
    }

    @Autowired
    public final void connect(
            @Value("${opintopolku.url}") String url,
            @Value("${opintopolku.client-id}") String clientId,
            @Value("${opintopolku.client-secret}") String clientSecret) {
        this.url = url;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }

    @GetMapping("/onni")
    public String onni() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", clientId);
        form.add("client_secret", clientSecret);
        var token = http.post()
                .uri(URI.create(url + "/kayttooikeus-service/oauth2/token"))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(Map.class);
        var answer = http.post()
                .uri(URI.create(url + "/oppijanumerorekisteri-service/yleistunniste/hae"))
                .header("Authorization", "Bearer " + token.get("access_token"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "hetu", "270688-9033",
                        "etunimet", "Onni Eemeli",
                        "kutsumanimi", "Onni",
                        "sukunimi", "Mallikas"))
                .retrieve()
                .body(Map.class);
        database.update("insert into numbers values (?)", answer.get("oppijanumero"));
        return database.queryForObject("select oppijanumero from numbers", String.class);
    }
}
