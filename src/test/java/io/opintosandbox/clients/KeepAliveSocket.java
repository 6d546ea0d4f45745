package io.opintosandbox.clients;

import io.opintosandbox.testing.OpenApiAnswers;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A program with a socket of its own: headers go out as they are written, two {@code Cookie} headers if it likes, and
 * the connection is used again until the server says {@code Connection: close}.
 */
final class KeepAliveSocket implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;

    private final int port;
    private Socket socket;
    private InputStream in;
    private int connections;

    KeepAliveSocket(int port) {
        this.port = port;
    }

    /** What came back, header names in lower case. */
    record Answer(int status, List<String> headers, String body) {
        boolean has(String header) {
            return headers.contains(header);
        }

        String contentType() {
            return headers.stream()
                    .filter(header -> header.startsWith("content-type: "))
                    .map(header -> header.substring("content-type: ".length()))
                    .findFirst()
                    .orElse(null);
        }
    }

    Answer send(String method, String path, String body, String... headers) throws IOException {
        if (socket == null) {
            socket = new Socket("localhost", port);
            socket.setSoTimeout(PATIENCE_MS);
            in = new BufferedInputStream(socket.getInputStream());
            connections++;
        }
        var bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(List.of(method + " " + path + " HTTP/1.1", "Host: localhost:" + port));
        lines.addAll(List.of(headers));
        if (body != null) {
            lines.add("Content-Length: " + bytes.length);
        }
        var out = socket.getOutputStream();
        out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
        out.flush();
        var answer = read();
        OpenApiAnswers.checkRegistry(method, path, answer.status(), answer.contentType(), answer.body());
        if (answer.has("connection: close")) {
            close();
        }
        return answer;
    }

    /** How many connections it took so far. */
    int connections() {
        return connections;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    private Answer read() throws IOException {
        var status = Integer.parseInt(line().split(" ", -1)[1]);
        List<String> headers = new ArrayList<>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.add(line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon));
        }
        var body = new ByteArrayOutputStream();
        if (headers.contains("transfer-encoding: chunked")) {
            for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.write(in.readNBytes(size));
                line();
            }
            line();
        } else {
            var length = headers.stream()
                    .filter(header -> header.startsWith("content-length: "))
                    .mapToInt(header -> Integer.parseInt(header.substring(16)))
                    .findFirst();
            body.write(in.readNBytes(length.orElse(0)));
        }
        return new Answer(status, headers, body.toString(StandardCharsets.UTF_8));
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server closed the connection in the middle of an answer");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.UTF_8).trim();
    }
}
