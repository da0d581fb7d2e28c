package org.auleos.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.auleos.api.ledger.Health;
import org.auleos.api.ledger.Health.State;
import org.auleos.api.ledger.LedgerException;
import org.auleos.ledger.internal.journal.FileJournal;
import org.auleos.ledger.internal.journal.LyingDisk;
import org.auleos.ledger.internal.proof.Checkpoints;
import org.auleos.ledger.internal.proof.KeyFolder;
import org.auleos.ledger.internal.proof.Witness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepTest {

    @TempDir
    private Path home;

    private final TestThreads threads = new TestThreads();
    private final LyingDisk disk = new LyingDisk();
    private ChainedLedger ledger;
    private Upkeep upkeep;

    @BeforeEach
    void open() throws IOException {
        FileJournal journal = FileJournal.open(disk, new FileJournal.Settings("n1", 1, 16 << 10), Runnable::run);
        ledger = new ChainedLedger(journal, "n1", 1, threads, new AlwaysLater());
        var places = new Checkpoints.Places(
                KeyFolder.open(home.resolve("keys"), "n1"), Optional.of(new Witness(home.resolve("gone/witness"))));
        var due = new Checkpoints.Settings("n1", 1, Duration.ofSeconds(10));
        upkeep = new Upkeep(ledger, new Checkpoints(journal, disk, due, places, ledger::head, Clock.systemUTC()));
    }

    @AfterEach
    void close() {
        ledger.close();
        threads.close();
    }

    private void appendUntilRefused() {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        ledger.append(LedgerContract.draft("t", "r", "1")).await(LedgerContract.LIMIT);
                    }
                })
                .isInstanceOf(LedgerException.class);
    }

    @Test
    void aLedgerWithoutSpaceFindsOutByItselfThatThereIsSomeAgain() throws Exception {
        disk.limit(60 << 10);
        appendUntilRefused();
        assertThat(upkeep.health().state()).isEqualTo(State.FULL);
        disk.limit(Long.MAX_VALUE);
        CountDownLatch told = new CountDownLatch(1);
        ledger.follow("test", ledger.head().sequence() + 1, events -> told.countDown());

        for (int second = 0; second < Upkeep.PROBE_SECONDS; second++) {
            upkeep.run();
        }

        assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ledger.health()).isEqualTo(Health.GOOD);
        assertThat(LedgerContract.events(ledger, new org.auleos.api.ledger.Query(1, 9_999, "", "ledger.space", "", 9)))
                .hasSize(1);
    }

    @Test
    void aWitnessThatCannotBeWrittenAndACheckpointThatCannotBeMadeShowInTheHealth() throws Exception {
        ledger.append(List.of(LedgerContract.draft("t", "r", "1"))).await(LedgerContract.LIMIT);
        upkeep.run();
        assertThat(upkeep.health().state()).isEqualTo(State.OK);
        assertThat(upkeep.health().sentence()).contains("gone/witness", "cannot be written");
        ledger.append(List.of(LedgerContract.draft("t", "r", "1"))).await(LedgerContract.LIMIT);
        disk.failForceAt(disk.forces() + 1);

        upkeep.run();

        assertThat(upkeep.health().sentence()).contains("no checkpoint can be made", "Input/output error");
    }

    /** A clock that moves a minute whenever somebody looks. */
    private static final class AlwaysLater extends Clock {

        private final java.util.concurrent.atomic.AtomicLong minutes = new java.util.concurrent.atomic.AtomicLong();

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public java.time.Instant instant() {
            return java.time.Instant.EPOCH.plusSeconds(60 * minutes.incrementAndGet());
        }
    }
}
