package org.auleos.http.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Evidence;
import org.auleos.api.ledger.Head;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.ledger.Query;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.ledger.Verification;

/** A ledger in memory, without hashes; delivers to followers on a thread each. */
final class MemoryLedger implements Ledger {

    private static final byte[] NO_HASH = new byte[32];
    private static final Instant BEGIN = Instant.parse("2026-11-20T10:00:00Z");

    private final List<Event> events = new ArrayList<>();

    synchronized long add(String type, String run, String unit, String payload) {
        Provenance provenance = Provenance.KERNEL.withRun(run).withUnit(unit);
        append(new Draft(type, 1, provenance, "", payload.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return events.size();
    }

    @Override
    public synchronized Receipt append(List<Draft> drafts) {
        for (Draft draft : drafts) {
            long sequence = events.size() + 1L;
            events.add(new Event(
                    sequence,
                    BEGIN.plusSeconds(sequence),
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
        notifyAll();
        long last = events.size();
        return new Receipt() {
            @Override
            public boolean durable() {
                return true;
            }

            @Override
            public long await(Duration limit) {
                return last;
            }
        };
    }

    @Override
    public synchronized Head head() {
        return new Head("test", 1, events.size(), NO_HASH);
    }

    @Override
    public void read(Query query, Consumer<Event> consumer) {
        Predicate<Event> wanted = event -> event.sequence() >= query.from()
                && event.sequence() <= query.to()
                && (query.run().isEmpty() || event.provenance().run().equals(query.run()))
                && event.type().startsWith(query.type())
                && new String(event.payload(), java.nio.charset.StandardCharsets.UTF_8).contains(query.text());
        copy().stream().filter(wanted).limit(query.limit()).forEach(consumer);
    }

    private synchronized List<Event> copy() {
        return List.copyOf(events);
    }

    @Override
    public Subscription follow(String name, long from, Follower follower) {
        Delivery delivery = new Delivery(from, follower);
        delivery.start();
        return delivery;
    }

    @Override
    public Verification verify(long from, long to) {
        return new Verification(true, copy().size(), 0, "");
    }

    @Override
    public Evidence evidence() {
        return new FixedEvidence();
    }

    private final class Delivery extends Thread implements Subscription {

        private final Follower follower;
        private volatile long next;

        Delivery(long from, Follower follower) {
            super("follower");
            this.next = from;
            this.follower = follower;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                while (true) {
                    follower.on(awaitMore());
                }
            } catch (InterruptedException e) {
                interrupt();
            }
        }

        private List<Event> awaitMore() throws InterruptedException {
            synchronized (MemoryLedger.this) {
                while (events.size() < next) {
                    MemoryLedger.this.wait();
                }
                List<Event> more = List.copyOf(events.subList((int) next - 1, events.size()));
                next = events.size() + 1L;
                return more;
            }
        }

        @Override
        public long position() {
            return next - 1;
        }

        @Override
        public void close() {
            interrupt();
        }
    }
}
