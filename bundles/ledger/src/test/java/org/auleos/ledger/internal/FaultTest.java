package org.auleos.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.LedgerException.Code;
import org.auleos.api.ledger.Query;
import org.auleos.api.ledger.Verification;
import org.auleos.ledger.internal.journal.DamageException;
import org.auleos.ledger.internal.journal.FileJournal;
import org.auleos.ledger.internal.journal.LyingDisk;
import org.junit.jupiter.api.Test;

/** What disks do to a journal, one position or one seed after the other; {@code -Dauleos.faults=N} does N times as much. */
class FaultTest {

    private static final int TIMES = Integer.getInteger("auleos.faults", 1);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final FileJournal.Settings SMALL = new FileJournal.Settings("n1", 1, 16 << 10);
    private static final int SCRIPT = 150;

    /** A ledger with threads of its own, which end with it. */
    private static final class Opened implements AutoCloseable {

        private final TestThreads threads = new TestThreads();
        private final FileJournal journal;
        private final ChainedLedger ledger;

        Opened(LyingDisk disk) throws IOException {
            journal = FileJournal.open(disk, SMALL, Runnable::run);
            ledger = new ChainedLedger(journal, "n1", 1, threads, Clock.systemUTC());
        }

        /** Leaves the files as a killed process would. */
        @Override
        public void close() {
            ledger.close();
            threads.close();
        }
    }

    private static String payload(long sequence) {
        return "\"" + sequence + "-" + "x".repeat((int) (sequence * 7 % 60)) + "\"";
    }

    /** Appends one after the other, moving the mark now and then; returns the last sequence acknowledged. */
    private static long script(LyingDisk disk, int records) throws InterruptedException {
        long acknowledged = 0;
        try (Opened opened = new Opened(disk)) {
            for (int i = 1; i <= records; i++) {
                acknowledged = opened.ledger
                        .append(LedgerContract.draft("t", "r", payload(i)))
                        .await(LIMIT);
                for (String name : disk.names()) {
                    boolean segment = name.endsWith(".seg");
                    assertThat(segment ? disk.unsynced(name) : 0)
                            .as("unsynced at acknowledgement %d", i)
                            .isZero();
                }
                if (i % 20 == 0) {
                    opened.journal.mark();
                }
            }
        } catch (IOException | LedgerException crashed) {
            assertThat(crashed).hasMessageContaining("crashed");
        }
        return acknowledged;
    }

    private static void assertPrefix(LyingDisk disk, long acknowledged, String what) throws Exception {
        try (Opened opened = new Opened(disk)) {
            long head = opened.ledger.head().sequence();
            assertThat(head).as(what).isBetween(acknowledged, acknowledged + 1);
            assertThat(opened.ledger.verify(1, head)).as(what).isEqualTo(new Verification(true, head, 0, ""));
            opened.ledger.read(
                    Query.from(1),
                    event -> assertThat(new String(event.payload(), UTF_8)).isEqualTo(payload(event.sequence())));
            assertThat(opened.ledger.append(LedgerContract.draft("t", "r", "1")).await(LIMIT))
                    .isEqualTo(head + 1);
        }
    }

    @Test
    void aKillAtEveryOperationOfAScriptedRunLeavesAPrefixWithAllThatWasAcknowledged() throws Exception {
        LyingDisk whole = new LyingDisk();
        assertThat(script(whole, SCRIPT)).isEqualTo(SCRIPT);
        long operations = whole.operations();
        assertThat(operations).isGreaterThan(2L * SCRIPT);
        for (long at = 1; at <= operations; at++) {
            LyingDisk disk = new LyingDisk();
            disk.crashAt(at);
            long acknowledged = script(disk, SCRIPT);

            assertPrefix(disk.afterKill(), acknowledged, "kill at operation " + at);
            for (int seed = 0; seed < TIMES; seed++) {
                assertPrefix(disk.afterCrash(at + seed * 10_000L), acknowledged, "power cut at operation " + at);
            }
        }
    }

    @Test
    void aThousandPowerCutsLoseNothingAcknowledged() throws Exception {
        for (int seed = 0; seed < 1_000 * TIMES; seed++) {
            LyingDisk disk = new LyingDisk();
            disk.crashAt(15 + new Random(seed).nextInt(400));
            long acknowledged = script(disk, SCRIPT);

            assertPrefix(disk.afterCrash(seed), acknowledged, "seed " + seed);
        }
    }

    /** Where each record stands in the segment it is in: file, offset, length with its frame. */
    private record Place(String file, int offset, int length) {}

    private static Map<Long, Place> places(LyingDisk disk) {
        Map<Long, Place> places = new TreeMap<>();
        for (String name : disk.names()) {
            if (!name.endsWith(".seg")) {
                continue;
            }
            ByteBuffer bytes = ByteBuffer.wrap(disk.bytes(name));
            int at = 4096;
            while (at + 16 < bytes.limit() && bytes.getInt(at) > 0) {
                places.put(bytes.getLong(at + 8), new Place(name, at, 16 + bytes.getInt(at)));
                at += 16 + bytes.getInt(at);
            }
        }
        return places;
    }

    /** A journal of some segments with its mark at the given record; what follows is above it. */
    private static LyingDisk filled(int marked, int records) throws Exception {
        LyingDisk disk = new LyingDisk();
        try (Opened opened = new Opened(disk)) {
            for (int i = 1; i <= records; i++) {
                opened.ledger.append(LedgerContract.draft("t", "r", payload(i))).await(LIMIT);
                if (i == marked) {
                    opened.journal.mark();
                }
            }
        }
        return disk;
    }

    /** What is read until the end or until damage is named; every value must be the one that was written. */
    private static long readable(LyingDisk disk) throws IOException {
        long[] last = {0};
        try (Opened opened = new Opened(disk)) {
            opened.ledger.read(Query.from(1), event -> {
                assertThat(event.sequence()).isEqualTo(last[0] + 1);
                assertThat(new String(event.payload(), UTF_8)).isEqualTo(payload(event.sequence()));
                last[0] = event.sequence();
            });
        } catch (LedgerException damaged) {
            assertThat(damaged.code()).isEqualTo(Code.DAMAGED);
            assertThat(damaged).hasMessageContaining("record " + (last[0] + 1) + " ");
        }
        return last[0];
    }

    @Test
    void aTornTailIsCutAtEveryOffsetOfItsLastFourKibibytes() throws Exception {
        LyingDisk disk = filled(5, 35);
        Map<Long, Place> places = places(disk);
        Place last = java.util.Objects.requireNonNull(places.get(35L));
        int end = last.offset() + last.length();
        int step = TIMES > 1 ? 1 : 7;
        for (int from = end - 4096; from < end; from += step) {
            long whole = whole(places, from);
            for (byte garbage : new byte[] {0, 77}) {
                LyingDisk torn = disk.afterKill();
                java.util.Arrays.fill(torn.bytes(last.file()), from, end, garbage);

                assertThat(readable(torn)).as("torn at %d", from).isEqualTo(whole);
            }
        }
    }

    private static long whole(Map<Long, Place> places, int from) {
        return places.entrySet().stream()
                .filter(place -> place.getValue().offset() + place.getValue().length() <= from)
                .mapToLong(Map.Entry::getKey)
                .max()
                .orElse(0);
    }

    @Test
    void aThousandFlippedBytesReturnNoWrongValueAndAreNamedAtOrBelowTheMark() throws Exception {
        LyingDisk disk = filled(140, SCRIPT);
        Map<Long, Place> places = places(disk);
        List<Map.Entry<Long, Place>> all = new ArrayList<>(places.entrySet());
        for (int seed = 0; seed < 1_000 * TIMES; seed++) {
            Random random = new Random(seed);
            Map.Entry<Long, Place> victim = all.get(random.nextInt(all.size()));
            Place place = victim.getValue();
            LyingDisk flipped = disk.afterKill();
            int at = place.offset() + random.nextInt(place.length());
            flipped.bytes(place.file())[at] ^= (byte) (1 << random.nextInt(8));

            try {
                assertThat(readable(flipped)).as("seed %d", seed).isEqualTo(victim.getKey() - 1);
            } catch (DamageException refused) {
                assertThat(refused.sequence()).as("seed %d", seed).isEqualTo(victim.getKey());
                assertThat(victim.getKey()).isLessThanOrEqualTo(140);
            }
        }
    }

    @Test
    void flippedBytesAnywhereReturnNoWrongValue() throws Exception {
        LyingDisk disk = filled(140, SCRIPT);
        for (int seed = 0; seed < 300 * TIMES; seed++) {
            Random random = new Random(seed);
            LyingDisk flipped = disk.afterKill();
            List<String> names = flipped.names();
            byte[] file = flipped.bytes(names.get(random.nextInt(names.size())));
            file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));

            try {
                long found = readable(flipped);
                assertThat(found).as("seed %d", seed).isBetween(0L, (long) SCRIPT);
            } catch (DamageException refused) {
                assertThat(refused.sequence()).isPositive();
            }
        }
    }

    @Test
    void aHundredTruncationsAreRefusedOrLeaveEverythingUpToTheMark() throws Exception {
        LyingDisk disk = filled(140, SCRIPT);
        Map<Long, Place> places = places(disk);
        for (int seed = 0; seed < 100 * TIMES; seed++) {
            Random random = new Random(seed);
            LyingDisk cut = disk.afterKill();
            List<String> names =
                    cut.names().stream().filter(name -> name.endsWith(".seg")).toList();
            String victim = names.get(random.nextInt(names.size()));
            int length = random.nextInt(cut.bytes(victim).length);
            cut.truncate(victim, length);
            long lost = places.entrySet().stream()
                    .filter(place -> place.getValue().file().equals(victim))
                    .filter(place ->
                            place.getValue().offset() + place.getValue().length() > length)
                    .mapToLong(Map.Entry::getKey)
                    .min()
                    .orElse(SCRIPT + 1L);

            try {
                assertThat(readable(cut)).as("seed %d", seed).isEqualTo(lost - 1);
            } catch (DamageException refused) {
                assertThat(refused.sequence()).as("seed %d", seed).isLessThanOrEqualTo(lost);
            }
        }
    }

    @Test
    void anOlderCopyOfAnyFileUnderTheMarkIsRefused() throws Exception {
        for (int seed = 0; seed < 20 * TIMES; seed++) {
            Random random = new Random(seed);
            int earlier = 5 + random.nextInt(100);
            LyingDisk older = filled(earlier, earlier);
            LyingDisk newer = filled(SCRIPT, SCRIPT);
            byte[] mark = newer.bytes("mark");
            System.arraycopy(mark, 0, older.bytes("mark"), 0, mark.length);

            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> new Opened(older)))
                    .as("seed %d", seed)
                    .isInstanceOf(DamageException.class)
                    .hasMessageContaining("record");
        }
    }
}
