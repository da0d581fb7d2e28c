package org.auleos.ledger.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One follower and its thread: reads what is recent from memory and what is older from the journal. */
final class Delivery implements Ledger.Subscription, Runnable {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final int BATCH = 1024;
    private static final long BATCH_BYTES = 4L << 20;
    private static final long CLOSE_SECONDS = 2;

    private final String name;
    private final Ledger.Follower follower;
    private final Recent recent;
    private final EventSource source;
    private final LongSupplier durable;
    private final AtomicBoolean parked = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile boolean closed;
    private volatile long position;

    /** @param durable the newest durable sequence */
    Delivery(
            String name, long from, Ledger.Follower follower, Recent recent, EventSource source, LongSupplier durable) {
        this.name = name;
        this.follower = follower;
        this.recent = recent;
        this.source = source;
        this.durable = durable;
        this.position = from - 1;
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try {
            while (awaitMore()) {
                List<Event> events = next();
                follower.on(events);
                position = events.get(events.size() - 1).sequence();
            }
        } catch (RuntimeException e) {
            log.error("Follower {} ended after event {}", name, position, e);
        } finally {
            ended.countDown();
        }
    }

    /** False when the subscription is over. */
    private boolean awaitMore() {
        while (!closed && !Thread.currentThread().isInterrupted()) {
            if (position < durable.getAsLong()) {
                return true;
            }
            parked.set(true);
            if (position >= durable.getAsLong() && !closed) {
                LockSupport.park(this);
            }
            parked.set(false);
        }
        return false;
    }

    private List<Event> next() {
        List<Event> events = recent.from(position + 1, BATCH);
        return events.isEmpty() ? older() : events;
    }

    private List<Event> older() {
        List<Event> events = new ArrayList<>();
        long[] bytes = new long[1];
        source.read(position + 1, durable.getAsLong(), event -> {
            events.add(event);
            bytes[0] += event.payload().length;
            return events.size() < BATCH && bytes[0] < BATCH_BYTES;
        });
        return events;
    }

    /** There is more. Cheap unless the follower waits. */
    void wake() {
        if (parked.get() && parked.compareAndSet(true, false)) {
            LockSupport.unpark(thread);
        }
    }

    boolean over() {
        return ended.getCount() == 0;
    }

    @Override
    public long position() {
        return position;
    }

    /** Returns when the follower is not called any more, or after two seconds when it does not return. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            if (!ended.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("Follower {} does not return from event {}", name, position);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
