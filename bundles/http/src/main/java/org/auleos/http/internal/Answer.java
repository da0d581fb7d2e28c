package org.auleos.http.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.auleos.json.Json;

/** What a route answers. */
sealed interface Answer {

    /** A whole body. */
    record Body(int status, String contentType, byte[] bytes) implements Answer {}

    /** Something of unknown length, written on the request's thread until it ends. */
    record Stream(String contentType, Source source) implements Answer {

        /** Server-Sent Events. */
        Stream(Source source) {
            this("text/event-stream; charset=utf-8", source);
        }
    }

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
