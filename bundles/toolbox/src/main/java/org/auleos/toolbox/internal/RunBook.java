package org.auleos.toolbox.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.auleos.api.ledger.Receipt;
import org.jspecify.annotations.Nullable;

/** What is remembered of every run that is going on: the versions it began with and what is on its way to the disk. Thread-safe. */
final class RunBook {

    /** Most records of one run on their way to the disk. */
    private static final int MAX_AHEAD = 1024;

    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Versions versions;

    RunBook(Versions versions) {
        this.versions = versions;
    }

    /** Calls outside every run share a page that pins nothing. */
    Page page(String run) {
        Page page = pages.get(run);
        return page != null ? page : pages.computeIfAbsent(run, name -> new Page(versions, !name.isEmpty()));
    }

    /** Forgets the run's pins. */
    void release(String run) {
        pages.remove(run);
    }

    /** Waits until everything recorded for the run is durable. */
    void settle(String run, Duration limit) throws InterruptedException {
        Page page = pages.get(run);
        if (page != null) {
            page.settle(limit);
        }
    }

    /** One run. */
    static final class Page {

        private final Map<String, ToolVersion> pins = new ConcurrentHashMap<>();
        private final Queue<Receipt> pending = new ConcurrentLinkedQueue<>();
        private final AtomicInteger ahead = new AtomicInteger();
        private final Versions versions;
        private final boolean pinning;

        private Page(Versions versions, boolean pinning) {
            this.versions = versions;
            this.pinning = pinning;
        }

        /**
         * The version this run uses, held; the first call decides. A version withdrawn between the look and the hold is not
         * used, the next one is.
         *
         * @return empty when there is none, or when the one the run began with is gone
         */
        Optional<ToolVersion> lease(String tool) {
            while (true) {
                ToolVersion pinned = pins.get(tool);
                if (pinned != null) {
                    return pinned.acquire() ? Optional.of(pinned) : Optional.empty();
                }
                ToolVersion newest = versions.newest(tool).orElse(null);
                if (newest == null) {
                    return Optional.empty();
                }
                ToolVersion held = hold(tool, newest);
                if (held != null) {
                    return Optional.of(held);
                }
                Thread.onSpinWait(); // it was withdrawn; the registry forgets it before it closes it
            }
        }

        private @Nullable ToolVersion hold(String tool, ToolVersion newest) {
            if (!newest.acquire()) {
                return null;
            }
            ToolVersion first = pinning ? pins.putIfAbsent(tool, newest) : null;
            if (first == null || first == newest) {
                return newest;
            }
            newest.release();
            return first.acquire() ? first : null;
        }

        /** The version the run began with, gone or not. */
        Optional<ToolVersion> pinned(String tool) {
            return Optional.ofNullable(pins.get(tool));
        }

        /** Remembers something on its way to the disk; waits when the run is too far ahead of it. */
        void add(Receipt receipt, Duration limit) throws InterruptedException {
            for (Receipt oldest = pending.peek(); oldest != null && oldest.durable(); oldest = pending.peek()) {
                forget(oldest);
            }
            pending.add(receipt);
            if (ahead.incrementAndGet() > MAX_AHEAD) {
                awaitOldest(limit);
            }
        }

        private void awaitOldest(Duration limit) throws InterruptedException {
            Receipt oldest = pending.peek();
            if (oldest != null) {
                oldest.await(limit);
                forget(oldest);
            }
        }

        private void forget(Receipt receipt) {
            if (pending.remove(receipt)) {
                ahead.decrementAndGet();
            }
        }

        private void settle(Duration limit) throws InterruptedException {
            while (!pending.isEmpty()) {
                awaitOldest(limit); // forgotten only then, so that nobody settling beside us returns too early
            }
        }
    }
}
