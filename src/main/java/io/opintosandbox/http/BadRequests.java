package io.opintosandbox.http;

import io.opintosandbox.world.Worlds;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers to requests that never reach a route, because the server cannot read them as HTTP: a broken
 * percent sign, a NUL in the path. Plain form, no page of Jetty's.
 */
final class BadRequests extends ErrorHandler {
    private final Worlds worlds;

    BadRequests(Worlds worlds) {
        this.worlds = worlds;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var status = response.getStatus() < 400 ? 400 : response.getStatus();
        var path = request.getHttpURI() == null
                ? ""
                : String.valueOf(request.getHttpURI().getPath());
        var body = ErrorAnswers.plainBody(
                status, path, worlds.defaultWorld().clock().now());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
