package org.auleos.ledger.internal;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.platform.Threads;
import org.auleos.api.store.Store;
import org.auleos.api.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the index once it is worth it, so that neither a start nor a small ledger waits for a database: when a query
 * would have to scan many events, or many were appended. Until then queries scan. Thread-safe.
 */
final class LazyIndex implements EventIndex, AutoCloseable {

    static final long WORTH_EVENTS = 4096;

    private static final Logger log = LoggerFactory.getLogger(LazyIndex.class);

    private final Store store;
    private final Ledger ledger;
    private final Threads threads;
    private final long start;
    private final AtomicBoolean opening = new AtomicBoolean();
    private final Ledger.Subscription waiting;
    private volatile @Nullable StoredIndex index;
    private volatile Ledger.@Nullable Subscription feeding;
    private volatile boolean closed;

    LazyIndex(Store store, Ledger ledger, Threads threads) {
        this.store = store;
        this.ledger = ledger;
        this.threads = threads;
        this.start = ledger.head().sequence();
        this.waiting = ledger.follow("index-wait", start + 1, this::count);
    }

    private void count(List<Event> events) {
        if (events.get(events.size() - 1).sequence() - start >= WORTH_EVENTS) {
            openOnce();
        }
    }

    @Override
    public Found run(String run, long from, long to) {
        StoredIndex open = index;
        if (open != null) {
            return open.run(run, from, to);
        }
        if (to - from >= WORTH_EVENTS) {
            openOnce();
        }
        return EventIndex.NONE.run(run, from, to);
    }

    private void openOnce() {
        if (!closed && opening.compareAndSet(false, true)) {
            threads.loop("ledger-index-open", this::open);
        }
    }

    private void open() {
        try {
            StoredIndex opened = new StoredIndex(store, ledger);
            feeding = ledger.follow("index", opened.next(), opened);
            index = opened;
            waiting.close();
            if (closed) {
                close();
            }
        } catch (StoreException e) {
            log.warn("The index of runs cannot be opened; queries by run scan the ledger", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        waiting.close();
        Ledger.Subscription last = feeding;
        if (last != null) {
            last.close();
        }
    }
}
