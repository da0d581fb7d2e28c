package org.auleos.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.auleos.json.Json;

/** A node that answers what it was told to, and the screen of the person who asks it. */
final class Stage implements AutoCloseable {

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final HttpServer server;
    private final Path directory;
    private boolean terminal;
    private String typed = "";

    private record Answer(int status, String body) {}

    Stage(Path directory) throws IOException {
        this.directory = directory;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1", this::answer);
        server.start();
    }

    Stage on(String request, int status, String body) {
        answers.put(request, new Answer(status, body));
        return this;
    }

    Stage onTerminal() {
        terminal = true;
        return this;
    }

    Stage typing(String text) {
        typed = text;
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    int run(String... words) {
        Screen screen = new Screen(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                terminal,
                100);
        BufferedReader answersTyped = new BufferedReader(new StringReader(typed));
        Context context = new Context(screen, () -> new Node(port(), "secret"), answersTyped, directory, directory);
        return new Main(context).run(List.of(words));
    }

    String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String noted() {
        return err.toString(StandardCharsets.UTF_8);
    }

    Json json() {
        return Json.parse(shown());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring("/api/v1".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add((exchange.getRequestMethod() + " " + path + " " + body).strip());
        boolean known = "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        Answer answer = answers.getOrDefault(
                exchange.getRequestMethod() + " " + path,
                new Answer(
                        404, "{\"error\":{\"code\":\"not_found\",\"message\":\"no " + path + "\",\"hint\":\"look\"}}"));
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? answer.status() : 401, bytes.length % 2 == 0 ? bytes.length : 0);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
