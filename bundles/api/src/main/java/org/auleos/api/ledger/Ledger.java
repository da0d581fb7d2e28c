package org.auleos.api.ledger;

import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Append-only, hash-chained, group-committed record of everything that happened. Thread-safe. */
@ProviderType
public interface Ledger {

    /**
     * Queues facts as neighbours, in this order. Returns at once; whoever must not run ahead of the disk waits on the
     * receipt.
     *
     * @throws LedgerException when the ledger takes nothing more
     */
    Receipt append(List<Draft> drafts);

    /** Queues one fact. */
    default Receipt append(Draft draft) {
        return append(List.of(draft));
    }

    /** The newest durable record. */
    Head head();

    /** Reads durable events in order of sequence, on the caller's thread. */
    void read(Query query, Consumer<Event> consumer);

    /**
     * Delivers durable events from a sequence on, first what is there, then what comes, in order and without gaps, in
     * batches on a thread of the follower's own. A slow follower lags behind and holds nobody up.
     *
     * @param name shows in thread dumps and health
     * @param from first sequence, from 1
     */
    Subscription follow(String name, long from, Follower follower);

    /** Recomputes hashes and chain over a range. */
    Verification verify(long from, long to);

    /** Whether it takes records. Cheap. */
    default Health health() {
        return Health.GOOD;
    }

    /** Signed checkpoints and proofs; a ledger that is not kept for others has none. */
    default Evidence evidence() {
        throw new UnsupportedOperationException("this ledger signs no checkpoints");
    }

    /** Receives events. */
    @FunctionalInterface
    interface Follower {

        /** At least one event, in order. An exception ends the subscription and is logged. */
        void on(List<Event> events);
    }

    /** A running delivery. */
    interface Subscription extends AutoCloseable {

        /** The last sequence delivered. */
        long position();

        @Override
        void close();
    }
}
