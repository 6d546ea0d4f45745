package io.opintosandbox.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Closes the connection of a call that a fault drops, where its answer would be sent. */
final class DroppedAnswers extends Handler.Wrapper {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        request.addHttpStreamWrapper(stream -> new Dropping(stream, request));
        return super.handle(request, response, callback);
    }

    private static final class Dropping extends HttpStream.Wrapper {
        private final Request request;

        Dropping(HttpStream wrapped, Request request) {
            super(wrapped);
            this.request = request;
        }

        @Override
        public void send(
                MetaData.Request sent,
                MetaData.Response response,
                boolean last,
                ByteBuffer content,
                Callback callback) {
            if (request.getAttribute(Marks.DROPPED) != null) {
                request.getConnectionMetaData().getConnection().getEndPoint().close();
                callback.succeeded();
            } else {
                super.send(sent, response, last, content, callback);
            }
        }
    }
}
