package org.auleos.ledger.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.auleos.api.ledger.LedgerException;
import org.jspecify.annotations.Nullable;

/** Groups on their way to the committer. Many threads put, without locks; the committer takes. */
final class Inbox {

    private static final Group SHUT = new Group(List.of());

    private final AtomicReference<@Nullable Group> top = new AtomicReference<>();
    private final AtomicBoolean idle = new AtomicBoolean();
    private volatile @Nullable Thread committer;
    private volatile boolean stopping;
    private volatile @Nullable LedgerException refusal;

    /** Queues a group. Throws once the inbox is shut. */
    void put(Group group) {
        Group before;
        do {
            before = top.get();
            if (before == SHUT) {
                throw refused();
            }
            group.setBelow(before);
        } while (!top.compareAndSet(before, group));
        wake();
    }

    /** All groups queued, in order; waits for one. Empty when {@link #stop} was asked for and none is left. */
    List<Group> take() {
        committer = Thread.currentThread();
        Group newest = top.getAndSet(null);
        while (newest == null && !stopping) {
            idle.set(true);
            if (top.get() == null && !stopping) {
                LockSupport.park(this);
            }
            idle.set(false);
            stopping |= Thread.interrupted();
            newest = top.getAndSet(null);
        }
        return inOrder(newest);
    }

    /** Asks the committer to end once everything queued was taken. */
    void stop() {
        stopping = true;
        wake();
    }

    /** Takes nothing more from now on; returns what is queued. Committer only. */
    List<Group> shut(LedgerException why) {
        refusal = why;
        return inOrder(top.getAndSet(SHUT));
    }

    private void wake() {
        if (idle.get() && idle.compareAndSet(true, false)) {
            LockSupport.unpark(committer);
        }
    }

    private static List<Group> inOrder(@Nullable Group newest) {
        List<Group> groups = new ArrayList<>();
        for (Group group = newest; group != null; group = group.below()) {
            groups.add(group);
        }
        groups.forEach(group -> group.setBelow(null));
        Collections.reverse(groups);
        return groups;
    }

    private LedgerException refused() {
        LedgerException why = refusal;
        if (why == null) {
            throw new IllegalStateException("shut without a reason");
        }
        return new LedgerException(why.code(), String.valueOf(why.getMessage()), why);
    }
}
