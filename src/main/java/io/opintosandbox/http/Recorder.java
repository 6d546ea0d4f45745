package io.opintosandbox.http;

import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.access.Reasons;
import io.opintosandbox.access.Whose;
import io.opintosandbox.access.session.ServiceGate;
import io.opintosandbox.journal.Body;
import io.opintosandbox.journal.Exchange;
import io.opintosandbox.journal.Journal;
import io.opintosandbox.journal.Nearest;
import io.opintosandbox.world.World;
import io.opintosandbox.world.Worlds;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes down every call as it passes over the wire, for the journal and the log. The entry is there before the last
 * piece of the answer leaves, so that a client that has its answer finds it. Contract: control-api.md, "journal entry".
 */
final class Recorder extends Handler.Wrapper {
    private final Worlds worlds;
    private volatile Nearest operations = new Nearest(List.of());

    Recorder(Worlds worlds) {
        this.worlds = worlds;
    }

    /** Tells what is answered here, when all routes are known. */
    void knows(List<String> all) {
        operations = new Nearest(all);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        request.addHttpStreamWrapper(stream -> new Recording(stream, request));
        return super.handle(request, response, callback);
    }

    /** Not the sandbox's own API and pages. */
    private static boolean isOfAClient(String path) {
        return !path.equals("/")
                && !path.equals("/sandbox")
                && !path.startsWith("/sandbox/")
                && !path.startsWith(ServiceGate.REGISTRY + "/swagger-ui/");
    }

    private final class Recording extends HttpStream.Wrapper {
        private final Request request;
        private final long begun = System.nanoTime();
        private final boolean journalled;
        private final Body body = new Body();
        private final Body responseBody = new Body();
        private final AtomicBoolean done = new AtomicBoolean();
        private MetaData.Response head;

        Recording(HttpStream wrapped, Request request) {
            super(wrapped);
            this.request = request;
            this.journalled = isOfAClient(Request.getPathInContext(request));
        }

        @Override
        public Content.Chunk read() {
            var chunk = super.read();
            if (journalled && chunk != null && chunk.hasRemaining()) {
                body.add(chunk.getByteBuffer());
            }
            return chunk;
        }

        @Override
        public void send(
                MetaData.Request asked,
                MetaData.Response response,
                boolean last,
                ByteBuffer content,
                Callback callback) {
            if (response != null && response.getStatus() >= 200) {
                head = response;
            }
            var goesOut = request.getAttribute(Marks.DROPPED) == null && !"HEAD".equals(request.getMethod());
            if (journalled && goesOut && content != null && content.hasRemaining()) {
                responseBody.add(content);
            }
            if (last && head != null) {
                ended(request.getAttribute(Marks.DROPPED) == null ? head : null);
            }
            super.send(asked, response, last, content, callback);
        }

        @Override
        public void succeeded() {
            ended(head);
            super.succeeded();
        }

        @Override
        public void failed(Throwable failure) {
            // A part of an answer is none.
            ended(null);
            super.failed(failure);
        }

        private void ended(MetaData.Response answer) {
            if (done.getAndSet(true)) {
                return;
            }
            var took = Duration.ofNanos(System.nanoTime() - begun);
            var kutsuja = (Kutsuja) request.getAttribute(ServiceGate.KUTSUJA);
            var whose = (Whose) request.getAttribute(Whose.KEY);
            var world = world(kutsuja, whose);
            var username = kutsuja != null ? kutsuja.username() : whose != null ? whose.username() : null;
            var why = why(kutsuja);
            var status = answer == null ? null : Integer.valueOf(answer.getStatus());
            RequestLog.write(request, world, username, status, took, why);
            if (journalled) {
                world.part(Journal.class)
                        .add(new Exchange(
                                cameAt(world, took),
                                world.name(),
                                username,
                                request.getMethod(),
                                request.getHttpURI().getPath(),
                                request.getHttpURI().getQuery(),
                                fields(request.getHeaders()),
                                body,
                                status,
                                answer == null ? List.of() : fields(answer.getHttpFields()),
                                responseBody,
                                TimeUnit.NANOSECONDS.toMillis(took.toNanos()),
                                why,
                                nearest(status),
                                unknownFields()));
            }
        }

        /** A clock that stands has stood since the call came. */
        private static Instant cameAt(World world, Duration took) {
            var now = world.clock().now();
            return world.clock().fixed() ? now : now.minus(took).truncatedTo(ChronoUnit.MILLIS);
        }

        private World world(Kutsuja kutsuja, Whose whose) {
            if (kutsuja != null) {
                return kutsuja.world();
            }
            return whose == null ? worlds.defaultWorld() : whose.worldNow(worlds);
        }

        private List<String> why(Kutsuja kutsuja) {
            List<String> traced = kutsuja == null ? List.of() : kutsuja.trace().reasons();
            var reasons = (Reasons) request.getAttribute(Reasons.KEY);
            if (reasons == null || reasons.all().isEmpty()) {
                return traced;
            }
            var all = new ArrayList<>(traced);
            all.addAll(reasons.all());
            return List.copyOf(all);
        }

        private String nearest(Integer status) {
            var unanswered = status != null && (status == 405 || request.getAttribute(Marks.NO_ROUTE) != null);
            return unanswered ? operations.of(request.getMethod(), Request.getPathInContext(request)) : null;
        }

        @SuppressWarnings("unchecked")
        private List<String> unknownFields() {
            var fields = (List<String>) request.getAttribute(Marks.UNKNOWN_FIELDS);
            return fields == null ? List.of() : fields;
        }

        private static List<Exchange.Field> fields(HttpFields fields) {
            List<Exchange.Field> list = new ArrayList<>(fields.size());
            for (HttpField field : fields) {
                list.add(new Exchange.Field(field.getName(), String.valueOf(field.getValue())));
            }
            return list;
        }
    }
}
