package org.auleos.policy.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Head;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.Query;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.ledger.Verification;

/** A ledger in memory whose disk is as slow, or as broken, as a test wants it. Thread-safe. */
final class MemoryLedger implements Ledger {

    private final List<Event> events = new CopyOnWriteArrayList<>();

    /** Appending these fails. */
    volatile Predicate<String> full = type -> false;

    /** These are taken, and never become durable. */
    volatile Predicate<String> lost = type -> false;

    /** What a disk has after the process was killed: these are not on it. */
    MemoryLedger afterKill() {
        MemoryLedger left = new MemoryLedger();
        events.stream().filter(event -> !lost.test(event.type())).forEach(left.events::add);
        return left;
    }

    @Override
    public synchronized Receipt append(List<Draft> drafts) {
        for (Draft draft : drafts) {
            if (full.test(draft.type())) {
                throw new LedgerException(LedgerException.Code.FULL, "no space for " + draft.type());
            }
            events.add(event(draft));
        }
        Event last = events.get(events.size() - 1);
        return new Receipt() {
            @Override
            public boolean durable() {
                return !lost.test(last.type());
            }

            @Override
            public long await(Duration limit) throws InterruptedException {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                } else if (!durable()) {
                    throw new LedgerException(LedgerException.Code.TIMED_OUT, "the disk does not answer");
                }
                return last.sequence();
            }
        };
    }

    private Event event(Draft draft) {
        byte[] none = new byte[0];
        return new Event(
                events.size() + 1L,
                Instant.EPOCH,
                "node",
                1,
                draft.type(),
                draft.version(),
                draft.provenance(),
                draft.why(),
                draft.payload(),
                none,
                none,
                none);
    }

    /** The types recorded so far, in order. */
    List<String> types() {
        return events.stream().map(Event::type).toList();
    }

    /** The envelope of the newest event of a type. */
    Event last(String type) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    @Override
    public void read(Query query, Consumer<Event> consumer) {
        events.stream()
                .filter(event -> event.sequence() >= query.from() && event.sequence() <= query.to())
                .filter(event -> query.run().isEmpty()
                        || query.run().equals(event.provenance().run()))
                .filter(event -> event.type().startsWith(query.type()))
                .limit(query.limit())
                .forEach(consumer);
    }

    @Override
    public Head head() {
        throw new UnsupportedOperationException("nobody here asks for the head");
    }

    @Override
    public Subscription follow(String name, long from, Follower follower) {
        throw new UnsupportedOperationException("nobody here follows");
    }

    @Override
    public Verification verify(long from, long to) {
        throw new UnsupportedOperationException("nobody here verifies");
    }
}
