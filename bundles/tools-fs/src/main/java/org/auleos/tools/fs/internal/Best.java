package org.auleos.tools.fs.internal;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first few of many by some order, without holding the many. Confined to one thread. */
final class Best<T> {

    private final int limit;
    private final Comparator<T> order;
    private final PriorityQueue<T> worstFirst;

    Best(int limit, Comparator<T> order) {
        this.limit = limit;
        this.order = order;
        this.worstFirst = new PriorityQueue<>(order.reversed());
    }

    void offer(T candidate) {
        if (worstFirst.size() < limit) {
            worstFirst.add(candidate);
        } else if (order.compare(candidate, worstFirst.element()) < 0) {
            worstFirst.remove();
            worstFirst.add(candidate);
        }
    }

    List<T> inOrder() {
        return worstFirst.stream().sorted(order).toList();
    }
}
