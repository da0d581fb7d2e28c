package org.auleos.tools.net.internal;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** How long a whole exchange may still take: each wait gets what is left, so that slow drops end like silence. */
final class Deadline {

    private final Duration patience;
    private final long end;

    private Deadline(Duration patience, long end) {
        this.patience = patience;
        this.end = end;
    }

    /** From now on. Measured by the steady clock, as it only bounds waiting and is in no answer. */
    static Deadline in(Duration patience) {
        return new Deadline(patience, System.nanoTime() + patience.toNanos());
    }

    Duration patience() {
        return patience;
    }

    /** At least 1. Throws when nothing is left. */
    int millisecondsLeft() throws SocketTimeoutException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("nothing is left of " + patience);
        }
        return (int) Math.max(1, left / 1_000_000);
    }
}
