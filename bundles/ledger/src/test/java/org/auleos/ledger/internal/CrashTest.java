package org.auleos.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.auleos.api.ledger.Health;
import org.auleos.api.ledger.Health.State;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.LedgerException.Code;
import org.auleos.api.ledger.Query;
import org.auleos.api.ledger.Verification;
import org.auleos.ledger.internal.journal.FileJournal;
import org.auleos.ledger.internal.journal.LyingDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever was acknowledged is there after any crash, and nothing is acknowledged after a failure. */
class CrashTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final FileJournal.Settings SMALL = new FileJournal.Settings("n1", 1, 16 << 10);
    private static final int SEEDS = 300;

    private final TestThreads threads = new TestThreads();

    @AfterEach
    void close() {
        threads.close();
    }

    private ChainedLedger open(LyingDisk disk) throws IOException {
        return open(disk, Clock.systemUTC());
    }

    private ChainedLedger open(LyingDisk disk, Clock clock) throws IOException {
        return new ChainedLedger(FileJournal.open(disk, SMALL, Runnable::run), "n1", 1, threads, clock);
    }

    /** Appends from several threads until the disk refuses; returns what was acknowledged, by sequence. */
    private static Map<Long, String> appendUntilRefused(ChainedLedger ledger, int perWriter) throws Exception {
        Map<Long, String> acknowledged = new ConcurrentSkipListMap<>();
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Future<?>> done = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            String name = "w" + writer + "-";
            done.add(writers.submit(() -> {
                for (int i = 0; i < perWriter; i++) {
                    String payload = "\"" + name + i + "\"";
                    acknowledged.put(
                            ledger.append(LedgerContract.draft("t", name, payload))
                                    .await(LIMIT),
                            payload);
                }
                return null;
            }));
        }
        for (Future<?> writer : done) {
            try {
                writer.get();
            } catch (ExecutionException e) {
                assertThat(e.getCause())
                        .isInstanceOfSatisfying(
                                LedgerException.class,
                                refusal -> assertThat(refusal.code()).isEqualTo(Code.FAILED));
            }
        }
        writers.shutdownNow();
        return acknowledged;
    }

    private void assertAllThere(LyingDisk disk, Map<Long, String> acknowledged, String what) throws Exception {
        ChainedLedger ledger = open(disk);
        Map<Long, String> found = new ConcurrentSkipListMap<>();
        ledger.read(Query.from(1), event -> found.put(event.sequence(), new String(event.payload(), UTF_8)));
        assertThat(found).as(what).containsAllEntriesOf(acknowledged);
        long head = ledger.head().sequence();
        assertThat(ledger.verify(1, head)).as(what).isEqualTo(new Verification(true, head, 0, ""));
        assertThat(ledger.append(LedgerContract.draft("t", "after", "1")).await(LIMIT))
                .isEqualTo(head + 1);
        ledger.close();
    }

    @Test
    void everyAcknowledgedRecordSurvivesACrashAtAnyOperation() throws Exception {
        int lost = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            LyingDisk disk = new LyingDisk();
            disk.crashAt(20 + new Random(seed).nextInt(600));
            Map<Long, String> acknowledged = appendUntilRefused(open(disk), 100);
            lost += 400 - acknowledged.size();

            assertAllThere(disk.afterCrash(seed), acknowledged, "crash, seed " + seed);
            assertAllThere(disk.afterKill(), acknowledged, "kill, seed " + seed);
        }
        assertThat(lost).as("the crashes did hit").isPositive();
    }

    @Test
    void aCrashDuringRecoveryLosesNothing() throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            LyingDisk disk = new LyingDisk();
            disk.crashAt(150 + new Random(seed).nextInt(50));
            Map<Long, String> acknowledged = appendUntilRefused(open(disk), 50);
            LyingDisk second = disk.afterCrash(seed);
            second.crashAt(1 + new Random(seed).nextInt(25));
            try {
                acknowledged.putAll(appendUntilRefused(open(second), 1));
            } catch (IOException | LedgerException crashed) {
                assertThat(crashed).hasMessageContaining("crashed");
            }

            assertAllThere(second.afterCrash(seed), acknowledged, "seed " + seed);
        }
    }

    @Test
    void nothingIsAcknowledgedAfterTheFirstFailedSync() throws Exception {
        for (int k = 1; k <= 20; k++) {
            LyingDisk disk = new LyingDisk();
            ChainedLedger ledger = open(disk);
            disk.failForceAt(disk.forces() + k);
            Map<Long, String> acknowledged = appendUntilRefused(ledger, 50);
            long forces = disk.forces();

            assertThatThrownBy(() ->
                            ledger.append(LedgerContract.draft("t", "r", "1")).await(LIMIT))
                    .isInstanceOfSatisfying(
                            LedgerException.class, e -> assertThat(e.code()).isEqualTo(Code.FAILED));
            assertThat(disk.forces()).as("no sync is tried again").isEqualTo(forces);
            assertThat(ledger.health().state()).isEqualTo(State.FAILED);
            assertThat(ledger.health().sentence()).contains("Input/output error", "restart");
            assertThat(ledger.head().sequence()).isEqualTo(acknowledged.size());
            assertAllThere(disk.afterCrash(k), acknowledged, "sync " + k);
        }
    }

    @Test
    void aFullDiskRefusesBeforeAcknowledgingAndTheLedgerGoesOnWhenThereIsSpace() throws Exception {
        LyingDisk disk = new LyingDisk();
        disk.limit(60 << 10);
        SteppedClock clock = new SteppedClock();
        ChainedLedger ledger = open(disk, clock);
        long acknowledged = 0;
        LedgerException refusal = null;
        while (refusal == null) {
            try {
                acknowledged =
                        ledger.append(LedgerContract.draft("t", "r", "1")).await(LIMIT);
            } catch (LedgerException e) {
                refusal = e;
            }
        }
        assertThat(refusal.code()).isEqualTo(Code.FULL);
        assertThat(refusal).hasMessageContaining("nothing was recorded");
        assertThat(ledger.head().sequence()).isEqualTo(acknowledged).isPositive();
        assertThat(ledger.health().state()).isEqualTo(State.FULL);
        assertThat(ledger.health().sentence()).contains("nothing is recorded", "make space");

        disk.limit(Long.MAX_VALUE);
        clock.now = clock.now.plusSeconds(2);

        assertThat(ledger.append(LedgerContract.draft("t", "r", "1")).await(LIMIT))
                .isEqualTo(acknowledged + 1);
        assertThat(ledger.health()).isEqualTo(Health.GOOD);
        assertThat(ledger.verify(1, Long.MAX_VALUE).intact()).isTrue();
    }

    @Test
    void timesNeverGoBackWhenTheClockDoes() throws Exception {
        LyingDisk disk = new LyingDisk();
        SteppedClock clock = new SteppedClock();
        ChainedLedger ledger = open(disk, clock);
        ledger.append(LedgerContract.draft("t", "r", "1")).await(LIMIT);
        clock.now = Instant.parse("2025-01-01T00:00:00Z");
        ledger.append(LedgerContract.draft("t", "r", "1")).await(LIMIT);
        ledger.close();

        ChainedLedger reopened = open(disk.afterKill(), clock);
        reopened.append(LedgerContract.draft("t", "r", "1")).await(LIMIT);

        assertThat(LedgerContract.events(reopened, Query.from(1)))
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.time()).isEqualTo("2026-01-01T00:00:00Z"));
    }

    /** A clock that stands where a test puts it. */
    private static final class SteppedClock extends Clock {

        private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
