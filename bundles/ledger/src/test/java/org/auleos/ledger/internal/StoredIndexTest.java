package org.auleos.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Query;
import org.auleos.api.ledger.Receipt;
import org.auleos.ledger.internal.journal.FileJournal;
import org.auleos.ledger.internal.journal.LyingDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredIndexTest {

    private static final int EVENTS = 3_000;

    private final TestThreads threads = new TestThreads();
    private final MemoryStore store = new MemoryStore();
    private ChainedLedger ledger;

    @BeforeEach
    void open() throws Exception {
        ledger = open(new LyingDisk());
        append(EVENTS);
    }

    @AfterEach
    void close() {
        ledger.close();
        threads.close();
    }

    private ChainedLedger open(LyingDisk disk) throws IOException {
        var settings = new FileJournal.Settings("n1", 1, 4 << 20);
        return new ChainedLedger(FileJournal.open(disk, settings, Runnable::run), "n1", 1, threads, Clock.systemUTC());
    }

    private void append(int count) throws InterruptedException {
        Receipt last = ledger.append(LedgerContract.draft("t", "run-0", "1"));
        for (int i = 1; i < count; i++) {
            last = ledger.append(LedgerContract.draft("t", i % 3 == 0 ? "run-" + i % 2 : "", "1"));
        }
        last.await(LedgerContract.LIMIT);
    }

    private StoredIndex fed() throws InterruptedException {
        StoredIndex index = new StoredIndex(store, ledger);
        CountDownLatch fed = new CountDownLatch(1);
        long head = ledger.head().sequence();
        try (Ledger.Subscription feeding = ledger.follow("feeding", index.next(), events -> {
            index.on(events);
            if (events.get(events.size() - 1).sequence() == head) {
                fed.countDown();
            }
        })) {
            assertThat(fed.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(feeding.position()).isLessThanOrEqualTo(head);
        }
        return index;
    }

    private List<Long> scanned(String run, long from, long to) {
        return LedgerContract.events(ledger, new Query(from, to, run, "", "", Integer.MAX_VALUE)).stream()
                .map(Event::sequence)
                .toList();
    }

    @Test
    void itNamesWhatAScanFindsUpToWhereItWasFlushed() throws Exception {
        StoredIndex index = fed();

        EventIndex.Found found = index.run("run-1", 100, EVENTS);

        assertThat(found.upTo()).isGreaterThan(1_000);
        assertThat(LongStream.of(found.sequences()).boxed()).isEqualTo(scanned("run-1", 100, found.upTo()));
        assertThat(index.run("none", 1, EVENTS).sequences()).isEmpty();
    }

    @Test
    void queriesAnswerTheSameWithItAsWithout() throws Exception {
        List<Long> all = scanned("run-0", 1, EVENTS);
        List<Long> some = scanned("run-1", 17, 2_222);

        ledger.use(fed());

        assertThat(scanned("run-0", 1, EVENTS)).isEqualTo(all).hasSizeGreaterThan(400);
        assertThat(scanned("run-1", 17, 2_222)).isEqualTo(some);
        assertThat(LedgerContract.events(ledger, new Query(1, EVENTS, "run-0", "", "", 5)))
                .hasSize(5);
    }

    @Test
    void anIndexIsTakenUpWhereItStoodAndOneOfAnotherLedgerIsBuiltAnew() throws Exception {
        long next = fed().next();
        assertThat(next).isGreaterThan(1_000);

        assertThat(new StoredIndex(store, ledger).next()).isEqualTo(next);

        ledger.close();
        ledger = open(new LyingDisk());
        append(EVENTS);
        assertThat(new StoredIndex(store, ledger).next()).isEqualTo(1);
    }

    @Test
    void aDamagedIndexIsGivenUpAndQueriesScan() throws Exception {
        List<Long> all = scanned("run-0", 1, EVENTS);
        ledger.use(fed());
        store.damage();

        assertThat(scanned("run-0", 1, EVENTS)).isEqualTo(all);
        assertThat(new StoredIndex(store, ledger).next()).as("it is built anew").isEqualTo(1);
    }

    @Test
    void itIsOpenedOnceItIsWorthIt() throws Exception {
        try (LazyIndex lazy = new LazyIndex(store, ledger, threads)) {
            assertThat(lazy.run("run-0", 1, 100).upTo()).isZero();

            append((int) LazyIndex.WORTH_EVENTS);

            while (lazy.run("run-0", 1, EVENTS).upTo() < EVENTS) {
                Thread.onSpinWait();
            }
            assertThat(LongStream.of(lazy.run("run-0", 1, EVENTS).sequences()).boxed())
                    .isEqualTo(scanned("run-0", 1, EVENTS));
        }
    }
}
