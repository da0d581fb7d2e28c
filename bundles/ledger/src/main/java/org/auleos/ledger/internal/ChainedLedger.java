package org.auleos.ledger.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Head;
import org.auleos.api.ledger.Health;
import org.auleos.api.ledger.Journal;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.LedgerException.Code;
import org.auleos.api.ledger.Query;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.ledger.Verification;
import org.auleos.api.platform.Threads;

/**
 * A ledger over a journal: records are encoded by those who append them, chained and made durable by one thread at a
 * time, delivered by one thread a follower.
 */
public final class ChainedLedger implements Ledger, AutoCloseable {

    /** A batch ends when it has so many bytes, so that no waiter waits for megabytes of others. */
    static final int BATCH_BYTES = 1 << 20;

    /** Facts appended together must fit one segment, of which the first is 4 MiB. */
    static final int GROUP_BYTES = 3 << 20;

    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(10);

    private final Journal journal;
    private final Threads threads;
    private final String node;
    private final long epoch;
    private final RecordWriter writer;
    private final EventSource source;
    private final Recent recent;
    private final Committer commits;
    private final Turns turns;
    private final CopyOnWriteArrayList<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final Thread committer;
    private volatile Head head;
    private volatile EventIndex index = EventIndex.NONE;

    /**
     * Opens a ledger and starts its committer. The journal stays the caller's to close, after the ledger.
     *
     * @throws LedgerException {@code DAMAGED} when the last record cannot be read
     */
    public ChainedLedger(Journal journal, String node, long epoch, Threads threads, Clock clock) {
        this.journal = journal;
        this.threads = threads;
        this.node = node;
        this.epoch = epoch;
        this.writer = new RecordWriter(node, epoch);
        this.source = new EventSource(journal);
        Tip tip = tip();
        this.head = new Head(node, epoch, tip.sequence(), tip.hash());
        this.recent = new Recent(tip.sequence() + 1);
        Inbox inbox = new Inbox();
        this.commits = new Committer(journal, inbox, clock, tip, BATCH_BYTES, this::durable);
        this.turns = new Turns(inbox, commits);
        this.committer = threads.loop("ledger-committer", turns);
    }

    private Tip tip() {
        Tip[] tip = {Tip.EMPTY};
        long last = journal.last();
        source.read(Math.max(1, last), last, event -> {
            tip[0] = new Tip(event.sequence(), event.time(), event.hash());
            return true;
        });
        return tip[0];
    }

    /** On the committing thread. */
    private void durable(Tip tip, List<Event> events) {
        recent.add(events);
        head = new Head(node, epoch, tip.sequence(), tip.hash());
        for (Delivery delivery : deliveries) {
            delivery.wake();
        }
    }

    @Override
    public Receipt append(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            throw new IllegalArgumentException("no drafts to append");
        }
        Group group = new Group(encoded(drafts), turns::help);
        if (group.bytes() > GROUP_BYTES) {
            throw new LedgerException(
                    Code.TOO_LARGE,
                    "facts appended together have " + group.bytes() + " bytes, at most " + GROUP_BYTES
                            + " are taken; put large things into artifacts and name them by hash");
        }
        turns.put(group);
        return group;
    }

    private List<Encoded> encoded(List<Draft> drafts) {
        if (drafts.size() == 1) {
            return List.of(writer.write(drafts.get(0)));
        }
        return drafts.stream().map(writer::write).toList();
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public void read(Query query, Consumer<Event> consumer) {
        new Reading(query, head.sequence(), consumer).over(source, index);
    }

    @Override
    public Subscription follow(String name, long from, Follower follower) {
        if (from < 1) {
            throw new IllegalArgumentException("follower " + name + " begins at " + from + ", expected at least 1");
        }
        deliveries.removeIf(Delivery::over);
        Delivery delivery = new Delivery(name, from, follower, recent, source, () -> head.sequence());
        deliveries.add(delivery);
        threads.loop("ledger-follow-" + name, delivery);
        return delivery;
    }

    @Override
    public Verification verify(long from, long to) {
        return Verifier.verify(journal, Math.max(1, from), Math.min(to, head.sequence()));
    }

    @Override
    public Health health() {
        return commits.health();
    }

    /** Uses an index for queries from now on. */
    void use(EventIndex newIndex) {
        index = newIndex;
    }

    /** Makes durable what was appended, then takes nothing more; waits at most ten seconds for it. */
    @Override
    public void close() {
        turns.stop();
        try {
            committer.join(DRAIN_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deliveries.forEach(Delivery::close);
    }
}
