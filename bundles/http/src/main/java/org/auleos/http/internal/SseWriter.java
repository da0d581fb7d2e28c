package org.auleos.http.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.auleos.api.ledger.Event;

/** Writes Server-Sent Events (WHATWG HTML, section 9.2), many of them in one go. Confined to one thread. */
final class SseWriter {

    private static final int COALESCED_BYTES = 32 << 10;

    private final OutputStream out;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    SseWriter(OutputStream out) {
        this.out = out;
    }

    /** Tells the client how long to wait before it comes back, in milliseconds. */
    void retryAfter(int millis) throws IOException {
        text("retry: " + millis + "\n\n");
        flush();
    }

    /** Queues an event; its id is the sequence, so that a client can resume after it. */
    void event(Event event) throws IOException {
        text("id: " + event.sequence() + "\nevent: " + event.type() + "\ndata: ");
        pending.writeBytes(EventJson.brief(event).bytes());
        text("\n\n");
        if (pending.size() > COALESCED_BYTES) {
            flush();
        }
    }

    void keepAlive() throws IOException {
        text(": still here\n\n");
        flush();
    }

    void flush() throws IOException {
        if (pending.size() > 0) {
            pending.writeTo(out);
            pending.reset();
            out.flush();
        }
    }

    private void text(String text) {
        pending.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
