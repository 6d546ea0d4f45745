package io.opintosandbox.conformance;

import io.opintosandbox.testing.OpenApiAnswers;
import io.opintosandbox.testing.TestSandbox;
import java.nio.charset.StandardCharsets;

/** Where every answer of the registry passes by, to be held to the registry's OpenAPI document. */
final class RegistryAnswers {

    private RegistryAnswers() {}

    /**
     * Errors: {@link IllegalStateException} when the answer does not fit the document, which fails the case.
     *
     * @param path below the registry's context path, without query
     * @param contentType null when there is none
     */
    static void check(String method, String path, int status, String contentType, String body) {
        try {
            OpenApiAnswers.check(
                    method,
                    TestSandbox.REGISTRY + path,
                    status,
                    contentType,
                    body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8));
        } catch (AssertionError e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
