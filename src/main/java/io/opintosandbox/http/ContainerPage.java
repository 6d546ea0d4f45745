package io.opintosandbox.http;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpStatus;

/**
 * The plain page for what no service answers: paths outside all of them, and requests that cannot be read
 * as HTTP. The published service's container has such a page too. Contract: registry-api.md 1, "base path".
 */
final class ContainerPage {
    static final String CONTENT_TYPE = "text/html;charset=UTF-8";

    private ContainerPage() {}

    static byte[] of(int status) {
        var title = "HTTP Status " + status + " – " + HttpStatus.getMessage(status);
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s</title></head><body><h1>%s</h1>\
                <p>This is the Opintopolku sandbox, for test data only. <a href="/">Its start page</a> lists the \
                addresses that answer.</p></body></html>
                """.formatted(title, title).getBytes(StandardCharsets.UTF_8);
    }
}
