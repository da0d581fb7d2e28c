package org.auleos.http.internal;

import java.time.DateTimeException;
import java.time.Instant;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Query;

/** Finds events by time: times never go back in a ledger, so some twenty of them tell. */
final class Moments {

    private final Ledger ledger;

    Moments(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Sequence of the first event at or after a time.
     *
     * @param text ISO-8601, or empty
     * @param otherwise the answer for an empty text
     */
    long first(String text, long otherwise) {
        return text.isEmpty() ? otherwise : first(instant(text));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.badRequest(
                    "\"" + text + "\": expected a time like 2026-11-21T10:00:00Z", "correct the query parameter");
        }
    }

    private long first(Instant time) {
        long low = 1;
        long high = ledger.head().sequence() + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (isBefore(middle, time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBefore(long sequence, Instant time) {
        boolean[] before = new boolean[1];
        ledger.read(
                new Query(sequence, sequence, "", "", "", 1),
                event -> before[0] = event.time().isBefore(time));
        return before[0];
    }
}
