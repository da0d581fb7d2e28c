package org.auleos.kernel.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Head;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.Query;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.ledger.Verification;

/** A ledger in memory. It can hold back durability, refuse, and be cut as a crash would. Thread-safe. */
final class MemoryLedger implements Ledger {

    private static final byte[] NO_HASH = new byte[32];

    private final Clock clock;
    private final List<Event> events = new ArrayList<>();
    private long durableLimit = Long.MAX_VALUE;
    private boolean refusing;
    private int waits;

    MemoryLedger(Clock clock) {
        this.clock = clock;
    }

    /** A ledger that has what the disk kept of another one. */
    static MemoryLedger of(Clock clock, Collection<Event> kept) {
        MemoryLedger ledger = new MemoryLedger(clock);
        ledger.events.addAll(kept);
        return ledger;
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    synchronized List<String> types() {
        return events.stream().map(Event::type).toList();
    }

    /** How often somebody waited for the disk. */
    synchronized int waits() {
        return waits;
    }

    /** From now on nothing beyond what is there becomes durable, until {@link #release}. */
    synchronized void holdBack() {
        durableLimit = events.size();
    }

    synchronized void release() {
        durableLimit = Long.MAX_VALUE;
        notifyAll();
    }

    synchronized void refuse() {
        refusing = true;
    }

    @Override
    public synchronized Receipt append(List<Draft> drafts) {
        if (refusing) {
            throw new LedgerException(LedgerException.Code.FAILED, "the disk failed");
        }
        for (Draft draft : drafts) {
            events.add(new Event(
                    events.size() + 1,
                    clock.instant(),
                    "test",
                    1,
                    draft.type(),
                    draft.version(),
                    draft.provenance(),
                    draft.why(),
                    draft.payload(),
                    NO_HASH,
                    NO_HASH,
                    NO_HASH));
        }
        return new Ticket(events.size());
    }

    private final class Ticket implements Receipt {

        private final long sequence;

        Ticket(long sequence) {
            this.sequence = sequence;
        }

        @Override
        public boolean durable() {
            synchronized (MemoryLedger.this) {
                return sequence <= durableLimit;
            }
        }

        @Override
        public long await(Duration limit) throws InterruptedException {
            synchronized (MemoryLedger.this) {
                waits++;
                while (sequence > durableLimit) {
                    MemoryLedger.this.wait();
                }
                return sequence;
            }
        }
    }

    @Override
    public synchronized Head head() {
        return new Head("test", 1, events.size(), NO_HASH);
    }

    @Override
    public void read(Query query, Consumer<Event> consumer) {
        events().stream()
                .filter(event -> event.sequence() >= query.from() && event.sequence() <= query.to())
                .filter(event ->
                        query.run().isEmpty() || event.provenance().run().equals(query.run()))
                .filter(event -> query.type().isEmpty()
                        || event.type().equals(query.type())
                        || event.type().startsWith(query.type() + "."))
                .limit(query.limit())
                .forEach(consumer);
    }

    @Override
    public Subscription follow(String name, long from, Follower follower) {
        throw new UnsupportedOperationException("the kernel does not follow");
    }

    @Override
    public Verification verify(long from, long to) {
        throw new UnsupportedOperationException("the kernel does not verify");
    }
}
