package org.auleos.ledger.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Health;
import org.auleos.api.ledger.Health.State;
import org.auleos.api.ledger.Journal;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.LedgerException.Code;
import org.auleos.ledger.internal.journal.NoSpaceException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Issues sequences, chains records and makes them durable: a batch is whatever was queued while the previous one was
 * synced. After the disk failed once it acknowledges nothing any more. Used by one thread at a time.
 */
final class Committer {

    private static final Logger log = LoggerFactory.getLogger(Committer.class);
    private static final Duration FULL_PAUSE = Duration.ofSeconds(1);

    private final Journal journal;
    private final Inbox inbox;
    private final Clock clock;
    private final int batchBytes;
    private final Durable durable;
    private final Hashes hashes = new Hashes();
    private Tip tip;
    private boolean failed;

    /** Read by everybody. */
    private volatile Health health = Health.GOOD;

    private @Nullable Instant fullUntil;

    /** Learns what became durable, on the committing thread, before those who appended it do. */
    @FunctionalInterface
    interface Durable {

        void on(Tip tip, List<Event> events);
    }

    /** @param batchBytes a batch ends with the group that reaches it */
    Committer(Journal journal, Inbox inbox, Clock clock, Tip tip, int batchBytes, Durable durable) {
        this.journal = journal;
        this.inbox = inbox;
        this.clock = clock;
        this.tip = tip;
        this.batchBytes = batchBytes;
        this.durable = durable;
    }

    /** Commits what is queued. */
    void commitQueued() {
        try {
            commitAll(inbox.take());
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
    }

    /** Commits what is queued; nothing is taken afterwards. */
    void shutDown() {
        if (failed) {
            return;
        }
        try {
            commitAll(inbox.shut(new LedgerException(Code.CLOSED, "the ledger is shut down; nothing is recorded")));
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
    }

    private void commitAll(List<Group> groups) throws IOException {
        int start = 0;
        try {
            while (start < groups.size()) {
                int end = batchEnd(groups, start);
                commit(groups.subList(start, end));
                start = end;
            }
        } catch (IOException | RuntimeException | Error e) {
            refuse(groups.subList(start, groups.size()), failed(e));
            throw e;
        }
    }

    private int batchEnd(List<Group> groups, int start) {
        int end = start;
        long bytes = 0;
        do {
            bytes += groups.get(end).bytes();
            end++;
        } while (end < groups.size() && bytes + groups.get(end).bytes() <= batchBytes);
        return end;
    }

    private void commit(List<Group> groups) throws IOException {
        Batch batch = new Batch(tip, now());
        for (Group group : groups) {
            batch.add(group);
        }
        try {
            requireSpace();
            journal.write(batch.buffers);
        } catch (NoSpaceException e) {
            refuseFull(groups, e);
            return;
        }
        journal.sync();
        tip = batch.tip;
        recovered();
        durable.on(tip, batch.events);
        batch.settle(groups);
    }

    /** Never earlier than the record before. */
    private Instant now() {
        Instant now = clock.instant();
        return now.isBefore(tip.time()) ? tip.time() : now;
    }

    /** A full disk is not asked again at once: every attempt writes a whole segment. */
    private void requireSpace() throws NoSpaceException {
        if (fullUntil != null && clock.instant().isBefore(fullUntil)) {
            throw new NoSpaceException("the disk was full a moment ago");
        }
        fullUntil = null;
    }

    Health health() {
        return health;
    }

    private void recovered() {
        if (health.state() != State.OK) {
            log.warn("The ledger's disk has space again; records are taken from {} on", tip.sequence());
            health = Health.GOOD;
        }
    }

    private void refuseFull(List<Group> groups, NoSpaceException e) {
        if (fullUntil == null) {
            log.error("The ledger's disk is full; nothing is recorded until there is space", e);
            fullUntil = clock.instant().plus(FULL_PAUSE);
            health = new Health(
                    State.FULL, "nothing is recorded, so nothing new is begun: " + e.getMessage() + "; make space");
        }
        refuse(
                groups,
                new LedgerException(
                        Code.FULL, "nothing was recorded: " + e.getMessage() + "; make space and try again", e));
    }

    private void fail(Throwable e) {
        failed = true;
        log.error("The ledger's disk failed; nothing will be acknowledged until the node is restarted", e);
        LedgerException why = failed(e);
        health = new Health(State.FAILED, String.valueOf(why.getMessage()));
        refuse(inbox.shut(why), why);
    }

    private static LedgerException failed(Throwable e) {
        return new LedgerException(
                Code.FAILED, "the ledger's disk failed: " + e.getMessage() + "; repair it and restart the node", e);
    }

    private static void refuse(List<Group> groups, LedgerException why) {
        groups.forEach(group -> group.refuse(why));
    }

    /** The records of one batch, chained to each other. */
    private final class Batch {

        private final Instant time;
        private final List<ByteBuffer> buffers = new ArrayList<>();
        private final List<Event> events = new ArrayList<>();
        private Tip tip;

        Batch(Tip tip, Instant time) {
            this.tip = tip;
            this.time = time;
        }

        void add(Group group) {
            for (Encoded encoded : group.records()) {
                long sequence = tip.sequence() + 1;
                byte[] previous = tip.hash();
                byte[] hash = encoded.complete(sequence, time, previous, hashes);
                buffers.add(encoded.buffer());
                events.add(encoded.event(sequence, time, previous, hash));
                tip = new Tip(sequence, time, hash);
            }
        }

        void settle(List<Group> groups) {
            long sequence = tip.sequence() - events.size();
            for (Group group : groups) {
                sequence += group.records().size();
                group.settle(sequence);
            }
        }
    }
}
