package org.auleos.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.auleos.json.Json;

/** Reads Server-Sent Events (WHATWG HTML, section 9.2) with one line of data each, as the node sends them. */
final class EventStream implements AutoCloseable {

    private final HttpSocket http;
    private final InputStream in;

    EventStream(HttpSocket http) throws IOException {
        this.http = http;
        this.in = new BufferedInputStream(http.body());
    }

    /**
     * An event.
     *
     * @param id its sequence in the ledger
     * @param data time, unit, why and payload
     */
    record Received(String id, String type, View data) {}

    /** Waits for the next one; empty when the node has ended the stream. */
    Optional<Received> next() throws IOException {
        String id = "";
        String type = "";
        String data = "";
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            String text = line.get();
            if (text.isEmpty() && !data.isEmpty()) {
                return Optional.of(new Received(id, type, View.of(Json.parse(data))));
            } else if (text.startsWith("id: ")) {
                id = text.substring(4);
            } else if (text.startsWith("event: ")) {
                type = text.substring(7);
            } else if (text.startsWith("data: ")) {
                data = text.substring(6);
            }
        }
        return Optional.empty();
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return Optional.empty();
            }
            line.write(b);
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
