package org.auleos.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class StreamsTest {

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void chunksAreJoinedAndTheEndIsTheLastChunk() throws IOException {
        InputStream in = new ChunkedStream(bytes("5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n"));

        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("hello world");
    }

    @Test
    void aBodyThatIsCutIsAnErrorAndNotAnEnd() {
        assertThatThrownBy(() -> new ChunkedStream(bytes("5\r\nhel")).readAllBytes())
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new ChunkedStream(bytes("5\r\nhello\r\n")).readAllBytes())
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new ChunkedStream(bytes("zz\r\n")).readAllBytes())
                .isInstanceOf(IOException.class);
    }

    @Test
    void aFollowerComesBackAfterACutWithTheLastEventItSaw() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> serveTwice(server));
            List<String> seen = new ArrayList<>();

            new Follower(new Node(server.getLocalPort(), "t")).follow("r-1", event -> seen.add(event.id()));

            assertThat(seen).containsExactly("1", "2", "3");
            assertThat(second.get()).contains("Last-Event-ID: 2");
        }
    }

    /** The first time the connection is cut, the second time the stream ends as it should. */
    private static String serveTwice(ServerSocket server) {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        try {
            serve(server, head + chunk(event(1) + event(2)));
            return serve(server, head + chunk(event(3)) + "0\r\n\r\n");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String serve(ServerSocket server, String answer) throws IOException {
        try (Socket socket = server.accept();
                OutputStream out = socket.getOutputStream()) {
            StringBuilder request = new StringBuilder();
            while (request.indexOf("\r\n\r\n") < 0) {
                request.append((char) socket.getInputStream().read());
            }
            out.write(answer.getBytes(StandardCharsets.UTF_8));
            return request.toString();
        }
    }

    private static String event(int id) {
        return ": still here\n\nid: " + id + "\nevent: run.unit.progressed\ndata: {\"sequence\":" + id + "}\n\n";
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }
}
