package org.auleos.toolbox.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.auleos.api.tool.ToolCall.Watch;
import org.auleos.plugin.tool.Effect;

/**
 * Runs a tool's code with a deadline: on the caller's thread where a hand-off would cost more than the call, otherwise on one
 * of a pool, so that code which ignores its interrupt can be abandoned (see docs/design). Thread-safe.
 */
final class Runner {

    /** Up to this, a READ tool runs on its caller's thread. */
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final Watchdog watchdog;
    private final ExecutorService pool;
    private final Duration grace;

    /** The grace is how long interrupted code may take to come back before it is abandoned. */
    Runner(Watchdog watchdog, ExecutorService pool, Duration grace) {
        this.watchdog = watchdog;
        this.pool = pool;
        this.grace = grace;
    }

    /** A limit in time and in interest. */
    record Limit(long deadlineNanos, Watch watch) {}

    /** Runs code of a version that the caller holds. */
    <T> Ended<T> run(ToolVersion version, Callable<T> code, Limit limit) {
        return inline(version.spec()) ? inline(code, limit) : apart(version, code, limit);
    }

    private static boolean inline(Spec spec) {
        return spec.effect() == Effect.PURE
                || (spec.effect() == Effect.READ && spec.timeout().compareTo(SHORT) <= 0);
    }

    /** On the caller's thread. An interrupt that is not the watchdog's belongs to the caller and is kept. */
    private <T> Ended<T> inline(Callable<T> code, Limit limit) {
        Watched watched = watchdog.watch(limit.deadlineNanos, limit.watch);
        try {
            T value = code.call();
            watchdog.end(watched);
            return new Ended.Returned<>(value);
        } catch (Throwable problem) { // the boundary: a defect of a tool is an outcome and not the end of its caller
            Interruption interruption = watchdog.end(watched);
            if (problem instanceof InterruptedException && interruption == Interruption.NONE) {
                Thread.currentThread().interrupt();
            }
            return new Ended.Threw<>(problem, interruption);
        }
    }

    /** On a thread of the pool; the version is held until the code has really ended, however late. */
    private <T> Ended<T> apart(ToolVersion version, Callable<T> code, Limit limit) {
        Job<T> job = new Job<>(code, version::release, limit);
        version.retain();
        try {
            pool.execute(job);
        } catch (RejectedExecutionException e) {
            version.release();
            return new Ended.NotBegun<>(Interruption.CANCELLED); // the platform is stopping
        }
        return job.await(grace);
    }
}
