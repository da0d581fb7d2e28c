package org.auleos.ledger.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.auleos.api.ledger.Event;
import org.jspecify.annotations.Nullable;

/** The newest durable events, so that followers need not read the disk. Bounded in number and bytes. Thread-safe. */
final class Recent {

    private static final int EVENTS = 8192;
    private static final long BYTES = 8L << 20;

    private final ReentrantLock lock = new ReentrantLock();

    /** The event with sequence s stands at s modulo the length. */
    private final @Nullable Event[] ring = new @Nullable Event[EVENTS];

    private long first;
    private long next;
    private long bytes;

    /** @param next sequence of the first event that will be added */
    Recent(long next) {
        this.first = next;
        this.next = next;
    }

    /** Adds the events that follow those already here. */
    void add(List<Event> events) {
        lock.lock();
        try {
            for (Event event : events) {
                if (next - first == EVENTS) {
                    dropOldest();
                }
                ring[slot(next)] = event;
                next++;
                bytes += event.payload().length;
            }
            while (bytes > BYTES) {
                dropOldest();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Events from a sequence on; empty when that one is not among the newest. */
    List<Event> from(long sequence, int limit) {
        List<Event> found = new ArrayList<>();
        lock.lock();
        try {
            long end = sequence < first ? sequence : Math.min(next, sequence + limit);
            for (long at = sequence; at < end; at++) {
                Event event = ring[slot(at)];
                if (event != null) {
                    found.add(event);
                }
            }
        } finally {
            lock.unlock();
        }
        return found;
    }

    private void dropOldest() {
        Event oldest = ring[slot(first)];
        bytes -= oldest == null ? 0 : oldest.payload().length;
        ring[slot(first)] = null;
        first++;
    }

    private static int slot(long sequence) {
        return (int) (sequence % EVENTS);
    }
}
