package io.opintosandbox.http;

import io.opintosandbox.testing.OpenApiAnswers;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One request and its answer exactly as they stand on the wire, which client libraries hide. */
public final class RawHttp {
    private static final int PATIENCE_MS = 20_000;

    private RawHttp() {}

    /** An answer; the body of a chunked one is put together. */
    public record Answer(String statusLine, List<String> headerLines, String body) {
        public int status() {
            return Integer.parseInt(statusLine.split(" ", -1)[1]);
        }

        /** The first value of a header, its name compared without regard to case. */
        public Optional<String> header(String name) {
            return headers(name).stream().findFirst();
        }

        public List<String> headers(String name) {
            var start = name.toLowerCase(Locale.ROOT) + ":";
            return headerLines.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).trim())
                    .toList();
        }

        /** The names of the headers in lower case, sorted, without {@code Date}. */
        public List<String> headerNames() {
            return headerLines.stream()
                    .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                    .filter(name -> !name.equals("date"))
                    .sorted()
                    .toList();
        }
    }

    /** Sends a request without a body. */
    public static Answer get(int port, String path, String... headers) {
        return exchange(port, "GET", path, null, headers);
    }

    /** Sends a request as it is written; the length is added when there is a body, the host unless it is given. */
    public static Answer exchange(int port, String method, String path, String body, String... headers) {
        var request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        if (List.of(headers).stream().noneMatch(line -> line.startsWith("Host:"))) {
            request.append("Host: localhost:").append(port).append("\r\n");
        }
        for (var header : headers) {
            request.append(header).append("\r\n");
        }
        var bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        if (body != null) {
            request.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MS);
            var out = socket.getOutputStream();
            out.write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
            out.flush();
            var answer = answer(new BufferedInputStream(socket.getInputStream()), method.equals("HEAD"));
            OpenApiAnswers.checkRegistry(
                    method, path, answer.status(), answer.header("Content-Type").orElse(null), answer.body());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(InputStream in, boolean head) throws IOException {
        var statusLine = line(in);
        List<String> headers = new ArrayList<>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            headers.add(line);
        }
        var answer = new Answer(statusLine, headers, "");
        return head ? answer : new Answer(statusLine, headers, body(in, answer));
    }

    private static String body(InputStream in, Answer answer) throws IOException {
        if (answer.status() == 204) {
            return "";
        }
        if (answer.header("Transfer-Encoding").isPresent()) {
            var body = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                body.writeBytes(in.readNBytes(size));
                line(in);
            }
            return body.toString(StandardCharsets.UTF_8);
        }
        var length = answer.header("Content-Length").map(Integer::parseInt);
        var bytes = length.isPresent() ? in.readNBytes(length.get()) : in.readAllBytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.write(c);
        }
        return line.toString(StandardCharsets.UTF_8).replace("\r", "");
    }
}
