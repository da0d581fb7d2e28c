package org.auleos.ledger.internal;

import java.util.function.Consumer;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Query;

/** One answer to one query. Confined to one thread. */
final class Reading {

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
            for (long sequence : found.sequences()) {
                source.read(sequence, left > 0 ? sequence : 0, this::take);
            }
            next = found.upTo() + 1;
        }
        if (left > 0) {
            source.read(next, to, this::take);
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
