package io.opintosandbox.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.control.Fidelity;
import io.opintosandbox.control.Fidelity.Operation;
import io.opintosandbox.testing.TestSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The evidence that users read is what tests prove. {@code ./mvnw test -Dtest=EvidenceTest -Dfidelity.write=true} writes it
 * anew.
 */
class EvidenceTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final Evidence EVIDENCE = new Evidence(Case.all(), Listed.read());

    @Test
    void the_evidence_is_that_of_the_cases_and_of_the_running_server() throws IOException {
        var rows = EVIDENCE.rows(isServed(), Fidelity.read());

        if (Boolean.getBoolean("fidelity.write")) {
            Files.writeString(Evidence.FILE, Evidence.file(rows));
        }
        assertEquals(
                Evidence.file(rows),
                Files.readString(Evidence.FILE),
                Evidence.FILE + " is stale; ./mvnw test -Dtest=EvidenceTest -Dfidelity.write=true writes it anew");
    }

    @Test
    void no_client_has_driven_what_is_not_served() {
        var unproven = Fidelity.read().operations().stream()
                .filter(row -> !row.served() && !row.clients().isEmpty())
                .map(Operation::operation)
                .toList();

        assertEquals(List.of(), unproven);
    }

    @Test
    void every_request_of_a_case_means_an_operation_or_is_a_known_other_path() {
        var others = Case.all().stream()
                .flatMap(one -> one.steps().stream())
                .flatMap(step -> step.requests().stream())
                .filter(request -> !request.root())
                .filter(request ->
                        EVIDENCE.operationOf(request.method(), request.path()).isEmpty())
                .map(request -> request.path().split("\\?", 2)[0])
                .collect(Collectors.toSet());

        others.removeIf(path -> path.startsWith("/j_spring_cas_security_check") || path.startsWith("/actuator/"));
        assertTrue(others.size() < 10, "too much that no operation accounts for: " + others);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /henkilo/{{o}}, GET /henkilo/{oid}",
        "GET, /henkilo/{{o}}/, GET /henkilo/{oid}",
        "GET, /henkilo/hetu={{p1.hetu|lower}}, GET /henkilo/hetu={hetu}",
        "GET, /henkilo/identification?idp=email&id=x, GET /henkilo/identification",
        "GET, /henkilo/current/omattiedot, GET /henkilo/current/omattiedot",
        "DELETE, /henkilo/{{o}}/identification/email/a/b, DELETE /henkilo/{oid}/identification/{idpEntityId}/**",
        "GET, /yleistunniste/tuonti={{t}}/perustiedot, GET /yleistunniste/tuonti={id}/perustiedot",
        "GET, /yleistunniste/tuonti={{t}}, GET /yleistunniste/tuonti={id}",
        "GET, /henkilo?page=2, GET /henkilo",
    })
    void a_request_means_the_operation_that_says_most_of_its_path(String method, String path, String operation) {
        assertEquals(operation, EVIDENCE.operationOf(method, path).orElseThrow());
    }

    /** Known paths name their methods to OPTIONS. */
    private static Predicate<String> isServed() {
        var http = new Http(sandbox.baseUrl());
        var secret = sandbox.user("yleistunniste").get("clientSecret");
        var login = Map.of("Authorization", "Bearer " + sandbox.token("yleistunniste", secret));
        return operation -> {
            var method = operation.split(" ", 2)[0];
            var path = TestSandbox.REGISTRY
                    + operation.split(" ", 2)[1].replace("**", "x").replaceAll("\\{\\w+}", "1");
            var allowed =
                    http.send("OPTIONS", path, login, null).header("Allow").asText();
            return Arrays.asList(allowed.split(",", -1)).contains(method);
        };
    }
}
