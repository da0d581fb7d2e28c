package org.auleos.tools.net.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.auleos.plugin.tool.ToolException.Code;
import org.auleos.tools.net.internal.HttpRequest.Header;
import org.auleos.tools.net.internal.HttpRequest.In;
import org.auleos.tools.net.internal.HttpRequest.Method;
import org.auleos.tools.net.internal.HttpRequest.Out;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpRequestTest {

    private final HttpRequest request = new HttpRequest();
    private final TestContext granted = TestContext.granting("net:");
    private HttpServer server;
    private String base;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        base = "http://localhost:" + server.getAddress().getPort();
        server.createContext("/text", exchange -> answer(exchange, 200, "grüße"));
        server.createContext(
                "/echo",
                exchange -> answer(
                        exchange,
                        201,
                        exchange.getRequestMethod() + " "
                                + exchange.getRequestHeaders().getFirst("Host") + " "
                                + exchange.getRequestHeaders().getFirst("X-Ask") + " "
                                + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        server.createContext("/chunked", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                for (int i = 0; i < 1000; i++) {
                    out.write("0123456789".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            }
        });
        server.createContext("/redirect", exchange -> redirect(exchange, "/text"));
        server.createContext("/loop", exchange -> redirect(exchange, "/loop"));
        server.createContext("/away", exchange -> redirect(exchange, "http://127.0.0.1:1/x"));
        server.createContext("/file", exchange -> redirect(exchange, "file:///etc/passwd"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anAnswerIsReadWithStatusHeadersAndBody() {
        Out out = get("/text");
        assertThat(out)
                .extracting(Out::status, Out::body, Out::base64, Out::truncated, Out::address)
                .containsExactly(200, "grüße", false, false, "127.0.0.1");
        assertThat(out.headers()).anySatisfy(header -> assertThat(header.name()).isEqualToIgnoringCase("x-test"));
        assertThat(out.headers()).noneMatch(header -> header.name().equalsIgnoreCase("Set-Cookie"));
    }

    @Test
    void aPostCarriesBodyHeadersHostAndKey() {
        Out out = request.call(
                new In(base + "/echo?q=1", Method.POST, List.of(new Header("X-Ask", "yes")), "ä", null, null), granted);
        assertThat(out.body()).isEqualTo("POST localhost:" + server.getAddress().getPort() + " yes key-1 ä");
    }

    @Test
    void headHasNoBody() {
        Out out = request.call(new In(base + "/text", Method.HEAD, null, null, null, null), granted);
        assertThat(out).extracting(Out::status, Out::body).containsExactly(200, "");
    }

    @Test
    void aLongAnswerIsCutAndSaidToBe() {
        Out whole = request.call(new In(base + "/chunked", null, null, null, 10_000, null), granted);
        assertThat(whole).extracting(out -> out.body().length(), Out::truncated).containsExactly(10_000, false);
        Out cut = request.call(new In(base + "/chunked", null, null, null, 9999, null), granted);
        assertThat(cut).extracting(out -> out.body().length(), Out::truncated).containsExactly(9999, true);
        Out character = request.call(new In(base + "/text", null, null, null, 3, null), granted);
        assertThat(character).extracting(Out::body, Out::base64).containsExactly("gr", false);
    }

    @Test
    void aRedirectIsFollowedAndEveryHostAskedFor() {
        Out out = get("/redirect");
        assertThat(out.url()).isEqualTo(base + "/text");
        assertThat(out.redirects()).containsExactly(base + "/redirect");

        TestContext here = TestContext.granting("net:connect:localhost:", "net:connect-private:localhost:");
        Refused.with(Code.DENIED, () -> request.call(in(base + "/away"), here));
        assertThat(here.asked()).last().isEqualTo("net:connect:127.0.0.1:1");
        Refused.with(Code.FAILED, () -> get("/loop"));
        Refused.with(Code.INVALID_INPUT, () -> get("/file"));
    }

    @Test
    void aPrivateAddressNeedsItsOwnCapability() {
        TestContext connectOnly = TestContext.granting("net:connect:");
        for (String host : List.of("localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433")) {
            String url = "http://" + host + ":" + server.getAddress().getPort() + "/text";
            Refused.with(Code.DENIED, () -> request.call(in(url), connectOnly));
        }
        assertThat(connectOnly.asked())
                .contains("net:connect-private:localhost:" + server.getAddress().getPort());
    }

    @Test
    void whatIsNoPlainWebAddressIsRefused() {
        for (String url : List.of(
                "ftp://x/",
                "file:///etc/passwd",
                "http://u:p@localhost/",
                "http:///x",
                "x",
                "http://a b/",
                "http://127.1/",
                "http://0x7f.1/")) {
            Refused.with(Code.INVALID_INPUT, () -> request.call(in(url), granted));
        }
    }

    @Test
    void credentialsAndSplitHeadersAreRefused() {
        for (Header header : List.of(
                new Header("Authorization", "Basic x"),
                new Header("Cookie", "a=b"),
                new Header("host", "x"),
                new Header("X-A", "a\r\nX-B: b"),
                new Header("X A", "b"))) {
            Refused.with(
                    Code.INVALID_INPUT,
                    () -> request.call(new In(base + "/text", null, List.of(header), null, null, null), granted));
        }
    }

    @Test
    void silenceEndsWithTheDeadline() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            In in = new In(
                    "http://localhost:" + silent.getLocalPort() + "/", null, null, null, null, Duration.ofMillis(100));
            Refused.with(Code.TIMED_OUT, () -> request.call(in, granted));
        }
    }

    @Test
    void anAnswerThatIsNoneIsSaidToBe() throws Exception {
        for (String nonsense : List.of("SSH-2.0-x\r\n\r\n", "", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab")) {
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> speak(server, nonsense));
                In in = in("http://localhost:" + server.getLocalPort() + "/");
                Refused.with(Code.UNAVAILABLE, () -> request.call(in, granted));
                answered.join();
            }
        }
    }

    private static void speak(ServerSocket server, String text) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read(new byte[1000]);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, @Nullable String body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("X-Test", "1");
        exchange.getResponseHeaders().add("Set-Cookie", "secret=1");
        boolean none = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, none ? -1 : bytes.length);
        if (!none) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().add("Location", target);
        answer(exchange, 302, null);
    }

    private Out get(String path) {
        return request.call(in(base + path), granted);
    }

    private static In in(String url) {
        return new In(url, null, null, null, null, null);
    }
}
