package org.auleos.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.auleos.json.Json;
import org.auleos.json.JsonException;

/** The running node, through its REST contract. Thread-safe. */
final class Node {

    private static final int READ_MILLIS = 120_000;
    private static final byte[] NOTHING = {};

    private final int port;
    private final String token;

    Node(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** The node of a home directory, by the files it leaves there for its owner. */
    static Node of(Path home) {
        Path ready = home.resolve("data").resolve("ready.json");
        try {
            long port = View.of(Json.parse(Files.readString(ready))).number("port");
            if (port < 1 || port > 65_535) {
                throw new Failure(ready + " names no port", "aule restart");
            }
            return new Node((int) port, Files.readString(home.resolve("token")).strip());
        } catch (NoSuchFileException e) {
            throw new Failure("auleOS is not running in " + home, "start it: aule start");
        } catch (IOException | JsonException e) {
            throw new Failure("could not read " + home + ": " + e.getMessage(), "only the owner of the home may");
        }
    }

    /** An answer: its status and its body. */
    record Reply(int status, View body) {

        boolean ok() {
            return status < 300;
        }
    }

    View get(String path) {
        return expectOk(exchange("GET", path, NOTHING));
    }

    View post(String path, Json body) {
        return expectOk(exchange("POST", path, body.bytes()));
    }

    View delete(String path) {
        return expectOk(exchange("DELETE", path, NOTHING));
    }

    /** For callers that tell refusals apart themselves. */
    Reply tryPost(String path, Json body) {
        return exchange("POST", path, body.bytes());
    }

    /** Throws what the node says is wrong. */
    static View expectOk(Reply reply) {
        if (reply.ok()) {
            return reply.body();
        }
        View error = reply.body().view("error");
        String message = error.text("message");
        throw new Failure(message.isEmpty() ? "the node answered " + reply.status() : message, error.text("hint"));
    }

    private Reply exchange(String method, String path, byte[] body) {
        try (HttpSocket http = HttpSocket.send(port, method, "/api/v1" + path, headers(), body, READ_MILLIS);
                InputStream in = http.body()) {
            byte[] bytes = in.readAllBytes();
            return new Reply(http.status(), View.of(bytes.length == 0 ? Json.empty() : Json.parse(bytes)));
        } catch (IOException e) {
            throw unreachable(e);
        } catch (JsonException e) {
            throw new Failure(
                    "the answer is no JSON: " + e.getMessage(), "does something else listen on port " + port + "?");
        }
    }

    /** Opens the event stream of a run, after an event that was seen already. */
    EventStream events(String run, String lastEventId) throws IOException {
        Map<String, String> headers = headers();
        if (!lastEventId.isEmpty()) {
            headers.put("Last-Event-ID", lastEventId);
        }
        HttpSocket http = HttpSocket.send(port, "GET", "/api/v1/runs/" + run + "/events", headers, NOTHING, 30_000);
        if (http.status() != 200) {
            try (http;
                    InputStream in = http.body()) {
                expectOk(new Reply(http.status(), View.of(Json.parse(in.readAllBytes()))));
            }
        }
        return new EventStream(http);
    }

    /** Copies an answer that is no JSON; returns its length. A long one shows its progress. */
    long download(String path, OutputStream out, Screen screen) throws IOException {
        long started = System.nanoTime();
        try (HttpSocket http = HttpSocket.send(port, "GET", "/api/v1" + path, headers(), NOTHING, READ_MILLIS);
                InputStream in = http.body()) {
            if (http.status() != 200) {
                expectOk(new Reply(http.status(), View.of(Json.parse(in.readAllBytes()))));
            }
            byte[] block = new byte[1 << 16];
            long total = 0;
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                out.write(block, 0, count);
                total += count;
                if (System.nanoTime() - started > 1_000_000_000L) {
                    screen.live(Words.bytes(total));
                }
            }
            screen.live("");
            return total;
        } catch (ConnectException e) {
            throw unreachable(e);
        }
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + token);
        headers.put("Accept", "application/json, text/event-stream");
        return headers;
    }

    private Failure unreachable(IOException e) {
        if (e instanceof ConnectException || e instanceof SocketTimeoutException) {
            return new Failure("nobody answers on 127.0.0.1:" + port, "aule status tells more; aule start starts it");
        }
        return new Failure("the connection to 127.0.0.1:" + port + " broke: " + e.getMessage(), "aule logs shows why");
    }

    /** A text made safe for a path or a query. */
    static String encoded(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
            if (plain || b == '-' || b == '.' || b == '_' || b == '~') {
                out.append((char) b);
            } else {
                out.append('%').append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
            }
        }
        return out.toString();
    }
}
