package io.opintosandbox.http;

import io.opintosandbox.config.Version;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that never reach a route, because they cannot be read as HTTP: a broken percent sign, a NUL. */
final class BadRequests extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var status = response.getStatus() < 400 ? 400 : response.getStatus();
        response.setStatus(status);
        response.getHeaders().put("Sandbox", Version.TEXT);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ContainerPage.CONTENT_TYPE);
        response.write(true, ByteBuffer.wrap(ContainerPage.of(status)), callback);
        return true;
    }
}
