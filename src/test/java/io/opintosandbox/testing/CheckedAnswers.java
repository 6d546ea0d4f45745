package io.opintosandbox.testing;

import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.regex.Pattern;

/** Holds every answer of the registry that a test provokes to the OpenAPI document. */
final class CheckedAnswers implements Filter {
    private static final Pattern PATH = Pattern.compile("\\w+://[^/]*(/[^?#]*)?.*", Pattern.DOTALL);

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        var path = PATH.matcher(request.getURI()).replaceFirst("$1");
        if (!path.equals(TestSandbox.REGISTRY) && !path.startsWith(TestSandbox.REGISTRY + "/")) {
            return response;
        }
        var body = response.asByteArray();
        var bytes = body == null ? new byte[0] : body;
        OpenApiAnswers.check(request.getMethod(), path, response.statusCode(), response.header("Content-Type"), bytes);
        // The body has been read away, so the test gets a copy.
        return new ResponseBuilder().clone(response).setBody(bytes).build();
    }
}
