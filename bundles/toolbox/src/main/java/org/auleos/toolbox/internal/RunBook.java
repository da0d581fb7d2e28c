package org.auleos.toolbox.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.tool.ToolPin;
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

    /** The version a call of that run would use now, not held; empty when the one it began with is gone. */
    Optional<ToolVersion> chosen(String run, String tool) {
        Page page = pages.get(run);
        return page == null ? versions.newest(tool) : page.chosen(tool);
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
        private final Map<String, ToolPin> began = new ConcurrentHashMap<>();
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
                ToolVersion found = found(tool).orElse(null);
                if (found == null) {
                    return Optional.empty();
                }
                ToolVersion held = hold(tool, found);
                if (held != null) {
                    return Optional.of(held);
                }
                Thread.onSpinWait(); // it was withdrawn; the registry forgets it before it closes it
            }
        }

        /** What the first call in this process is to use: the version from before the restart if there was one. */
        private Optional<ToolVersion> found(String tool) {
            ToolPin before = began.get(tool);
            return before == null ? versions.newest(tool) : versions.exactly(before);
        }

        private @Nullable ToolVersion hold(String tool, ToolVersion found) {
            if (!found.acquire()) {
                return null;
            }
            ToolVersion first = pinning ? pins.putIfAbsent(tool, found) : null;
            if (first == null || first == found) {
                return found;
            }
            found.release();
            return first.acquire() ? first : null;
        }

        /** Takes note of the versions the run began with, in a process before this one. */
        void began(Collection<ToolPin> before) {
            before.forEach(pin -> began.putIfAbsent(pin.name(), pin));
        }

        /** The version the run began with, gone or not. */
        Optional<ToolPin> pinned(String tool) {
            return Optional.ofNullable(pins.get(tool))
                    .map(ToolVersion::pin)
                    .or(() -> Optional.ofNullable(began.get(tool)));
        }

        private Optional<ToolVersion> chosen(String tool) {
            return pinned(tool).map(versions::exactly).orElseGet(() -> versions.newest(tool));
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
