package org.auleos.policy.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Time that never goes back, whatever is done to the wall clock: the latest of that clock, of every instant it was told about,
 * and of what has passed since. Thread-safe by its monitor.
 */
final class SteadyClock {

    private final Clock wall;
    private final LongSupplier nanos;
    private Instant latest;
    private long latestNanos;

    /** @param nanos a counter of nanoseconds that nobody can set, as {@code System.nanoTime} */
    SteadyClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.latest = wall.instant();
        this.latestNanos = nanos.getAsLong();
    }

    synchronized Instant now() {
        return notBefore(wall.instant());
    }

    /** Takes note that it is at least so late; the time now. */
    synchronized Instant notBefore(Instant known) {
        long counted = nanos.getAsLong();
        Instant passed = latest.plusNanos(counted - latestNanos);
        latest = known.isAfter(passed) ? known : passed;
        latestNanos = counted;
        return latest;
    }
}
