package org.auleos.http.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.auleos.json.Json;

/** What a route answers. */
sealed interface Answer {

    /** A whole body. */
    record Body(int status, String contentType, byte[] bytes) implements Answer {}

    /** Server-Sent Events, written on the request's thread until they end. */
    record Stream(Source source) implements Answer {}

    /** Writes a stream. */
    @FunctionalInterface
    interface Source {

        /** Returns when the stream is over; an {@code IOException} means that the client left. */
        void writeTo(OutputStream out) throws IOException, InterruptedException;
    }

    static Answer ok(Json json) {
        return json(200, json);
    }

    static Answer json(int status, Json json) {
        return new Body(status, "application/json", json.bytes());
    }

    static Answer text(String contentType, String text) {
        return new Body(200, contentType, text.getBytes(StandardCharsets.UTF_8));
    }
}
