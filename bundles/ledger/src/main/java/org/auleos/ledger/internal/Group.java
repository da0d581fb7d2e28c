package org.auleos.ledger.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.LedgerException.Code;
import org.auleos.api.ledger.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * Facts that were appended together, and the promise that they become durable. Settled once by the committer, which
 * first {@link #collect collects} the waiting threads, then {@link #settle settles}, then wakes them.
 */
final class Group implements Receipt {

    private static final long PENDING = 0;
    private static final long REFUSED = -1;
    private static final long SETTLING_NANOS = 20_000;

    /** A thread that waits; null once it was collected or has withdrawn. */
    private static final class Waiter extends AtomicReference<@Nullable Thread> {

        private static final long serialVersionUID = 1L;

        private final transient @Nullable Waiter below;

        Waiter(@Nullable Thread thread, @Nullable Waiter below) {
            super(thread);
            this.below = below;
        }
    }

    /** Stands on top of the waiters once they were collected. */
    private static final Waiter COLLECTED = new Waiter(null, null);

    private final List<Encoded> records;
    private final int bytes;
    private final AtomicReference<@Nullable Waiter> waiters = new AtomicReference<>();
    private @Nullable Group below;
    private @Nullable Wave wave;
    private @Nullable LedgerException refusal;

    /** Last sequence once durable; written after wave and refusal, read before them. */
    private volatile long outcome = PENDING;

    Group(List<Encoded> records) {
        this.records = records;
        this.bytes = records.stream().mapToInt(Encoded::size).sum();
    }

    List<Encoded> records() {
        return records;
    }

    int bytes() {
        return bytes;
    }

    /** The group that was queued before this one; used by the inbox alone. */
    @Nullable
    Group below() {
        return below;
    }

    void setBelow(@Nullable Group group) {
        below = group;
    }

    /** Takes all threads that wait into a wave. Committer only. */
    void collect(Wave target) {
        wave = target;
        for (Waiter waiter = waiters.getAndSet(COLLECTED); waiter != null; waiter = waiter.below) {
            Thread thread = waiter.getAndSet(null);
            if (thread != null) {
                target.add(thread);
            }
        }
    }

    /** The records are durable, the last one with this sequence. Committer only. */
    void settle(long lastSequence) {
        outcome = lastSequence;
    }

    /** The records are not in the ledger, or that is not known. Committer only. */
    void refuse(LedgerException why) {
        refusal = why;
        outcome = REFUSED;
    }

    @Override
    public boolean durable() {
        return outcome > PENDING;
    }

    @Override
    public long await(Duration limit) throws InterruptedException {
        if (outcome == PENDING) {
            park(TimeUnit.NANOSECONDS.convert(limit));
        }
        if (outcome == REFUSED) {
            throw refused();
        }
        return outcome;
    }

    private void park(long limitNanos) throws InterruptedException {
        Waiter self = register();
        long start = System.nanoTime();
        while (outcome == PENDING) {
            long left = self == COLLECTED ? SETTLING_NANOS : limitNanos - (System.nanoTime() - start);
            boolean interrupted = Thread.interrupted();
            if ((interrupted || left <= 0) && self.getAndSet(null) != null) {
                throw giveUp(interrupted, limitNanos);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            LockSupport.parkNanos(this, Math.max(left, SETTLING_NANOS));
        }
        Wave waking = wave;
        if (waking != null) {
            waking.pass();
        }
    }

    private Waiter register() {
        while (true) {
            Waiter top = waiters.get();
            if (top == COLLECTED) {
                return COLLECTED;
            }
            Waiter self = new Waiter(Thread.currentThread(), top);
            if (waiters.compareAndSet(top, self)) {
                return self;
            }
        }
    }

    private static LedgerException giveUp(boolean interrupted, long limitNanos) throws InterruptedException {
        if (interrupted) {
            throw new InterruptedException("interrupted while waiting for the disk");
        }
        return new LedgerException(
                Code.TIMED_OUT,
                "not durable within " + Duration.ofNanos(limitNanos)
                        + "; whether it will be is not known, ask the ledger before trying again");
    }

    /** A new exception each time, so that the stack trace is the caller's. */
    private LedgerException refused() {
        LedgerException why = refusal;
        if (why == null) {
            throw new IllegalStateException("refused without a reason");
        }
        return new LedgerException(why.code(), String.valueOf(why.getMessage()), why);
    }
}
