package org.auleos.ledger.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.auleos.api.ledger.LedgerException;
import org.jspecify.annotations.Nullable;

/** Groups on their way to being committed. Many threads put, without locks; one at a time takes. */
final class Inbox {

    private static final Group SHUT = new Group(List.of(), () -> {});

    private final AtomicReference<@Nullable Group> top = new AtomicReference<>();
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
    }

    /** True when there is nothing to take. */
    boolean isEmpty() {
        Group newest = top.get();
        return newest == null || newest == SHUT;
    }

    /** All groups queued, in order. One thread at a time. */
    List<Group> take() {
        return isEmpty() ? List.of() : inOrder(top.getAndSet(null));
    }

    /** Takes nothing more from now on; returns what is queued. One thread at a time. */
    List<Group> shut(LedgerException why) {
        refusal = why;
        return inOrder(top.getAndSet(SHUT));
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
