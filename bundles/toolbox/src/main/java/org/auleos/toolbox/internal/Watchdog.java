package org.auleos.toolbox.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.auleos.api.tool.ToolCall.Watch;

/**
 * Interrupts calls whose deadline passed or whose run was cancelled. One timer for all of them, ticking every
 * {@value #TICK_MILLIS} ms while there is a call and not at all otherwise. Thread-safe.
 */
final class Watchdog {

    static final long TICK_MILLIS = 25;

    private final Set<Watched> active = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ticking = new AtomicBoolean();
    private final ScheduledExecutorService timer;

    Watchdog(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** Watches the current thread until {@link Watched#end} is called. */
    Watched watch(long deadlineNanos, Watch watch) {
        Watched watched = new Watched(Thread.currentThread(), deadlineNanos, watch);
        active.add(watched);
        if (!ticking.get() && ticking.compareAndSet(false, true)) {
            next();
        }
        return watched;
    }

    /** Ends the watching and says why the call was interrupted, if it was. */
    Interruption end(Watched watched) {
        active.remove(watched);
        return watched.end();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a tick throws nothing, and nobody waits for it
    private void next() {
        timer.schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        active.forEach(Watched::check);
        if (active.isEmpty()) {
            ticking.set(false);
            if (active.isEmpty() || !ticking.compareAndSet(false, true)) {
                return; // whoever comes now starts the ticking again
            }
        }
        next();
    }
}
