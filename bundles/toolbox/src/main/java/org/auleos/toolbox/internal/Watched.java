package org.auleos.toolbox.internal;

import java.util.concurrent.locks.ReentrantLock;
import org.auleos.api.tool.ToolCall.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call under watch: interrupts its thread at most once, and never after the call ended. Thread-safe by its lock. */
final class Watched {

    private static final Logger log = LoggerFactory.getLogger(Watched.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Thread thread;
    private final long deadlineNanos;
    private final Watch watch;
    private Interruption interruption = Interruption.NONE;
    private boolean ended;

    Watched(Thread thread, long deadlineNanos, Watch watch) {
        this.thread = thread;
        this.deadlineNanos = deadlineNanos;
        this.watch = watch;
    }

    /** Interrupts the call if it is due. */
    void check() {
        if (System.nanoTime() - deadlineNanos >= 0) {
            interrupt(Interruption.DEADLINE);
        } else if (unwanted()) {
            interrupt(Interruption.CANCELLED);
        }
    }

    /** A watch that fails belongs to a caller that is gone; it must not stop the watching of the others. */
    private boolean unwanted() {
        try {
            return watch.cancelled();
        } catch (RuntimeException e) {
            log.warn("The watch of a call failed; the call is cancelled", e);
            return true;
        }
    }

    void interrupt(Interruption reason) {
        lock.lock();
        try {
            if (!ended && interruption == Interruption.NONE) {
                interruption = reason;
                thread.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /** On the call's own thread: no interrupt follows, and one of ours is taken back. */
    Interruption end() {
        lock.lock();
        try {
            ended = true;
            if (interruption != Interruption.NONE) {
                Thread.interrupted();
            }
            return interruption;
        } finally {
            lock.unlock();
        }
    }
}
