package org.auleos.ledger.internal;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who commits. A thread that waits for the disk commits what is queued itself when nobody else does, so that a lone
 * append costs a sync and no hand-off between threads; for those who do not wait, the committer's thread does it.
 */
final class Turns implements Runnable {

    private final Inbox inbox;
    private final Committer committer;

    /** Held by the thread that commits. */
    private final ReentrantLock turn = new ReentrantLock();

    private final AtomicBoolean idle = new AtomicBoolean();
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;

    Turns(Inbox inbox, Committer committer) {
        this.inbox = inbox;
        this.committer = committer;
    }

    /** Queues a group and returns at once. */
    void put(Group group) {
        inbox.put(group);
        wakeUnlessBusy();
    }

    /** Commits what is queued on the calling thread, unless another one commits. */
    void help() {
        if (!turn.tryLock()) {
            return;
        }
        try {
            committer.commitQueued();
        } finally {
            turn.unlock();
        }
        wakeUnlessBusy();
    }

    /** The committer's thread. */
    @Override
    public void run() {
        thread = Thread.currentThread();
        while (awaitWork()) {
            help();
        }
        turn.lock();
        try {
            committer.shutDown();
        } finally {
            turn.unlock();
        }
    }

    /** Asks the committer's thread to end once everything queued is committed. */
    void stop() {
        stopping = true;
        LockSupport.unpark(thread);
    }

    private boolean awaitWork() {
        while (!stopping && !isWork()) {
            idle.set(true);
            if (!stopping && !isWork()) {
                LockSupport.park(this);
            }
            idle.set(false);
            stopping |= Thread.interrupted();
        }
        return !stopping;
    }

    private boolean isWork() {
        return !inbox.isEmpty() && !turn.isLocked();
    }

    /** Whoever puts sees that nobody commits, or the one who commits sees afterwards what was put. */
    private void wakeUnlessBusy() {
        if (isWork() && idle.get() && idle.compareAndSet(true, false)) {
            LockSupport.unpark(thread);
        }
    }
}
