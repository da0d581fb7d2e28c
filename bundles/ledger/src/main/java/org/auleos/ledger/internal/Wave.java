package org.auleos.ledger.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that wait for one batch. The committer wakes the first two, each of which wakes two more, so that waking many
 * does not keep the committer from the next batch. Filled by the committer before anybody passes it on.
 */
final class Wave {

    private static final int FAN_OUT = 2;

    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    void add(Thread thread) {
        threads.add(thread);
    }

    /** Wakes the next threads, if any are left. Every thread of the wave must call it once it is awake. */
    void pass() {
        for (int i = 0; i < FAN_OUT && next.get() < threads.size(); i++) {
            int index = next.getAndIncrement();
            if (index < threads.size()) {
                LockSupport.unpark(threads.get(index));
            }
        }
    }
}
