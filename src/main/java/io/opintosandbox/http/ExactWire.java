package io.opintosandbox.http;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Makes answers look on the wire as the published service's do: no reason phrase, the charset spelled in
 * upper case, and no content type where there is no content. Contract: registry-api.md 1, auth.md 5 and 6.
 */
final class ExactWire extends Handler.Wrapper {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        request.addHttpStreamWrapper(stream -> new ExactStream(stream, request));
        return super.handle(request, response, callback);
    }

    private static final class ExactStream extends HttpStream.Wrapper {
        private final Request asked;

        ExactStream(HttpStream wrapped, Request asked) {
            super(wrapped);
            this.asked = asked;
        }

        @Override
        public void send(
                MetaData.Request request,
                MetaData.Response response,
                boolean last,
                ByteBuffer content,
                Callback callback) {
            super.send(
                    request,
                    response == null ? null : exact(request, response, last, content),
                    last,
                    content,
                    callback);
        }

        private MetaData.Response exact(
                MetaData.Request request, MetaData.Response response, boolean last, ByteBuffer content) {
            var head = request != null && "HEAD".equals(request.getMethod());
            var empty = !head && last && (content == null || !content.hasRemaining());
            var fields = HttpFields.build();
            for (HttpField field : response.getHttpFields()) {
                if (field.getHeader() != HttpHeader.CONTENT_TYPE) {
                    fields.add(field);
                } else if (!empty && !field.getValue().isBlank()) {
                    fields.add(new HttpField(HttpHeader.CONTENT_TYPE, spelled(field.getValue())));
                }
            }
            if (asked.getAttribute(Marks.COOKIE) instanceof String cookie) {
                fields.add(HttpHeader.SET_COOKIE, cookie);
            }
            return new MetaData.Response(
                    response.getStatus(),
                    "",
                    response.getHttpVersion(),
                    fields,
                    response.getContentLength(),
                    response.getTrailersSupplier());
        }

        private static String spelled(String contentType) {
            var charset = contentType.toLowerCase(Locale.ROOT).indexOf("charset=utf-8");
            return charset < 0 ? contentType : contentType.substring(0, charset) + "charset=UTF-8";
        }
    }
}
