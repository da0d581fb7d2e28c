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
 * Facts that were appended together, and the promise that they become durable. Settled once, by the committer, which
 * wakes every waiting thread itself: letting the woken wake others is faster on an idle machine only.
 */
final class Group implements Receipt {

    private static final long PENDING = 0;
    private static final long REFUSED = -1;

    /** A thread that waits, and those that waited before it. */
    private record Waiter(Thread thread, @Nullable Waiter below) {}

    private final List<Encoded> records;
    private final int bytes;
    private final Runnable help;
    private final AtomicReference<@Nullable Waiter> waiters = new AtomicReference<>();
    private @Nullable Group below;
    private @Nullable LedgerException refusal;

    /** Last sequence once durable; written after the refusal, read before it. */
    private volatile long outcome = PENDING;

    /** @param help commits what is queued, unless another thread does; called by those who wait */
    Group(List<Encoded> records, Runnable help) {
        this.records = records;
        this.help = help;
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

    /** The records are durable, the last one with this sequence. Committer only. */
    void settle(long lastSequence) {
        outcome = lastSequence;
        wake();
    }

    /** The records are not in the ledger, or that is not known. Committer only. */
    void refuse(LedgerException why) {
        refusal = why;
        outcome = REFUSED;
        wake();
    }

    private void wake() {
        for (Waiter waiter = waiters.get(); waiter != null; waiter = waiter.below()) {
            LockSupport.unpark(waiter.thread());
        }
    }

    @Override
    public boolean durable() {
        return outcome > PENDING;
    }

    @Override
    public long await(Duration limit) throws InterruptedException {
        if (outcome == PENDING) {
            help.run();
        }
        if (outcome == PENDING) {
            park(TimeUnit.NANOSECONDS.convert(limit));
        }
        if (outcome == REFUSED) {
            throw refused();
        }
        return outcome;
    }

    /** A waiter stands in the row before it looks at the outcome again, so it is woken or need not be. */
    private void park(long limitNanos) throws InterruptedException {
        waiters.updateAndGet(before -> new Waiter(Thread.currentThread(), before));
        long start = System.nanoTime();
        while (outcome == PENDING) {
            long left = limitNanos - (System.nanoTime() - start);
            if (left <= 0) {
                throw new LedgerException(
                        Code.TIMED_OUT,
                        "not durable within " + Duration.ofNanos(limitNanos)
                                + "; whether it will be is not known, ask the ledger before trying again");
            }
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while waiting for the disk");
            }
        }
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
