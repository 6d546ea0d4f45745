package example;

import static org.assertj.core.api.Assertions.assertThat;

import io.opintosandbox.Sandbox;
import io.opintosandbox.junit.OpintopolkuSandbox;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@OpintopolkuSandbox(seed = 7, scenario = "personas")
class ExtensionTest {

    @Test
    void the_extension_gives_a_world_under_the_junit_that_spring_boot_brings(Sandbox opintopolku) {
        var peppi = opintopolku.credentials("peppi");
        var adapter = new Application(
                new JdbcTemplate(new DriverManagerDataSource("jdbc:h2:mem:extension;DB_CLOSE_DELAY=-1")));
        adapter.connect(opintopolku.baseUrl(), peppi.username(), peppi.clientSecret());

        assertThat(adapter.onni()).startsWith("1.2.246.562.98.");
    }
}
