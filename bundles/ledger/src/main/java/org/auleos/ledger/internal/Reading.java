package org.auleos.ledger.internal;

import java.util.function.Consumer;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Query;

/** One answer to one query. Confined to one thread. */
final class Reading {

    /** Records closer to each other than this are read in one go. */
    private static final long NEAR = 128;

    private final Query query;
    private final Matcher matcher;
    private final Consumer<Event> consumer;
    private final long from;
    private final long to;
    private int left;

    /** @param last the newest sequence to read */
    Reading(Query query, long last, Consumer<Event> consumer) {
        this.query = query;
        this.matcher = new Matcher(query);
        this.consumer = consumer;
        this.from = Math.max(1, query.from());
        this.to = Math.min(query.to(), last);
        this.left = query.limit();
    }

    /** Reads what the index names, then scans what it does not cover. */
    void over(EventSource source, EventIndex index) {
        long next = from;
        if (!query.run().isEmpty()) {
            EventIndex.Found found = index.run(query.run(), from, to);
            readSpans(source, found.sequences());
            next = found.upTo() + 1;
        }
        if (left > 0) {
            source.read(next, to, this::take);
        }
    }

    private void readSpans(EventSource source, long[] sequences) {
        int start = 0;
        while (start < sequences.length && left > 0) {
            int end = start;
            while (end + 1 < sequences.length && sequences[end + 1] - sequences[end] < NEAR) {
                end++;
            }
            source.read(sequences[start], sequences[end], this::take);
            start = end + 1;
        }
    }

    /** False when the query's limit is reached. */
    private boolean take(Event event) {
        if (left > 0 && matcher.test(event)) {
            left--;
            consumer.accept(event);
        }
        return left > 0;
    }
}
