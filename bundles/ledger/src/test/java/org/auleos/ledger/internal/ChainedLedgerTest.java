package org.auleos.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Head;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.LedgerException.Code;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.ledger.Query;
import org.auleos.ledger.internal.journal.DirectoryDisk;
import org.auleos.ledger.internal.journal.FileJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger over real files. */
final class ChainedLedgerTest extends LedgerContract {

    private final TestThreads threads = new TestThreads();

    @TempDir
    private Path home;

    private FileJournal journal;
    private ChainedLedger ledger;

    @BeforeEach
    void open() throws IOException {
        var settings = new FileJournal.Settings("n1", 1, 8 << 20);
        journal =
                FileJournal.open(DirectoryDisk.open(home.resolve("ledger")), settings, threads.pool("ledger-spare", 1));
        ledger = new ChainedLedger(journal, "n1", 1, threads, Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        ledger.close();
        journal.close();
        threads.close();
    }

    @Override
    Ledger ledger() {
        return ledger;
    }

    @Test
    void aReopenedLedgerGoesOnWhereItStopped() throws Exception {
        ledger.append(List.of(draft("a", "r", "1"), draft("b", "r", "2"))).await(LIMIT);
        Head before = ledger.head();

        close();
        open();

        assertThat(ledger.head()).usingRecursiveComparison().isEqualTo(before);
        ledger.append(draft("c", "r", "3")).await(LIMIT);
        assertThat(events(ledger, Query.from(1))).extracting(Event::type).containsExactly("a", "b", "c");
        assertThat(ledger.verify(1, 3).intact()).isTrue();
    }

    @Test
    void closingMakesWhatWasAppendedDurableAndTakesNothingMore() throws Exception {
        var receipt = ledger.append(draft("a", "r", "1"));

        ledger.close();

        assertThat(receipt.await(Duration.ZERO)).isEqualTo(1);
        assertThatThrownBy(() -> ledger.append(draft("b", "r", "2")))
                .isInstanceOfSatisfying(
                        LedgerException.class, e -> assertThat(e.code()).isEqualTo(Code.CLOSED));
    }

    @Test
    void anInterruptedReaderHarmsNobody() throws Exception {
        ledger.append(draft("a", "r", "1")).await(LIMIT);

        Thread.currentThread().interrupt();
        List<Event> events = events(ledger, Query.from(1));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(events).hasSize(1);
        assertThat(ledger.append(draft("b", "r", "2")).await(LIMIT)).isEqualTo(2);
    }

    @Test
    void interruptedWritersHarmNobodyEvenWhileTheyCommitForOthers() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<Future<?>> all = new ArrayList<>();
        byte[] payload = new byte[20_000];
        for (int i = 0; i < 1_000; i++) {
            boolean interrupted = i % 3 == 0;
            all.add(writers.submit(() -> {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                try {
                    ledger.append(new Draft("t", 1, Provenance.KERNEL, "", payload))
                            .await(LIMIT);
                } catch (InterruptedException e) {
                    assertThat(interrupted).isTrue();
                }
                return Thread.interrupted();
            }));
        }
        for (Future<?> writer : all) {
            writer.get();
        }
        writers.shutdownNow();

        ledger.append(draft("last", "r", "1")).await(LIMIT);

        assertThat(ledger.head().sequence()).isEqualTo(1_001);
        assertThat(ledger.verify(1, 1_001).intact()).isTrue();
    }

    @Test
    void whatNobodyWaitsForBecomesDurableToo() throws Exception {
        CountDownLatch delivered = new CountDownLatch(100);
        ledger.follow("test", 1, events -> events.forEach(event -> delivered.countDown()));

        for (int i = 0; i < 100; i++) {
            ledger.append(draft("t", "r", "{}"));
        }

        assertThat(delivered.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
