package org.auleos.toolbox.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A tool's code on a thread of its own, and the caller that waits for it. */
final class Job<T> implements Runnable {

    private static final long LOOK_MILLIS = 25;

    private final Callable<T> code;
    private final Runnable after;
    private final Runner.Limit limit;
    private final CountDownLatch done = new CountDownLatch(1);

    /** Null until it begins; {@link #givenUp} when nobody waits for its beginning any more. */
    private final AtomicReference<@Nullable Watched> begun = new AtomicReference<>();

    private final Watched givenUp;
    private volatile @Nullable Ended<T> result;

    Job(Callable<T> code, Runnable after, Runner.Limit limit) {
        this.code = code;
        this.after = after;
        this.limit = limit;
        this.givenUp = new Watched(Thread.currentThread(), limit.deadlineNanos(), limit.watch());
    }

    @Override
    public void run() {
        Watched watched = new Watched(Thread.currentThread(), limit.deadlineNanos(), limit.watch());
        try {
            if (begun.compareAndSet(null, watched)) {
                result = call(watched);
            }
        } finally {
            after.run();
            done.countDown();
        }
    }

    private Ended<T> call(Watched watched) {
        try {
            T value = code.call();
            watched.end();
            return new Ended.Returned<>(value);
        } catch (Throwable problem) { // the boundary: a defect of a tool is an outcome and not the end of its caller
            return new Ended.Threw<>(problem, watched.end());
        }
    }

    /** Waits until it ended, or until it was interrupted and the grace is over; an interrupt of the waiting thread is kept. */
    Ended<T> await(Duration grace) {
        Interruption interruption = awaitOrDue();
        if (interruption == Interruption.NONE) {
            return ended();
        }
        if (begun.compareAndSet(null, givenUp)) {
            return new Ended.NotBegun<>(interruption);
        }
        Watched watched = begun.get();
        if (watched != null) {
            watched.interrupt(interruption);
        }
        return awaitUninterruptibly(grace) ? ended() : new Ended.Abandoned<>(interruption);
    }

    private Ended<T> ended() {
        Ended<T> ended = result;
        if (ended == null) {
            throw new IllegalStateException("a job ended without a result");
        }
        return ended;
    }

    private Interruption awaitOrDue() {
        try {
            while (!done.await(look(), TimeUnit.NANOSECONDS)) {
                if (System.nanoTime() - limit.deadlineNanos() >= 0) {
                    return Interruption.DEADLINE;
                } else if (limit.watch().cancelled()) {
                    return Interruption.CANCELLED;
                }
            }
            return Interruption.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Interruption.CANCELLED;
        }
    }

    private long look() {
        long left = limit.deadlineNanos() - System.nanoTime();
        return Math.max(0, Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)));
    }

    private boolean awaitUninterruptibly(Duration grace) {
        boolean interrupted = Thread.interrupted();
        long until = System.nanoTime() + grace.toNanos();
        try {
            while (true) {
                try {
                    return done.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
