package org.auleos.ledger.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {

    private static final FileJournal.Settings SMALL = new FileJournal.Settings("n1", 1, 16 << 10);
    private static final String FIRST = Segment.name(1);

    private LyingDisk disk = new LyingDisk();

    private static FileJournal open(Disk disk) throws IOException {
        return FileJournal.open(disk, SMALL, Runnable::run);
    }

    /** A record whose bytes tell its sequence; 100 bytes. */
    private static ByteBuffer record(long sequence) {
        byte[] bytes = new byte[100];
        Arrays.fill(bytes, (byte) (sequence % 100 + 1));
        return ByteBuffer.wrap(bytes).putLong(0, sequence);
    }

    private static void write(FileJournal journal, long from, long to) throws IOException {
        for (long sequence = from; sequence <= to; sequence++) {
            journal.write(List.of(record(sequence)));
            journal.sync();
        }
    }

    private static List<Long> read(FileJournal journal, long from) throws IOException {
        List<Long> sequences = new ArrayList<>();
        journal.read(from, (sequence, bytes) -> {
            assertThat(bytes).isEqualTo(record(sequence));
            sequences.add(sequence);
            return true;
        });
        return sequences;
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void recordsAreReadFromAnySequenceOverManySegments() throws IOException {
        try (FileJournal journal = open(disk)) {
            write(journal, 1, 1_000);

            assertThat(disk.list()).filteredOn(Segment::isName).hasSizeGreaterThan(5);
            for (long from : new long[] {1, 2, 127, 128, 129, 500, 999, 1_000}) {
                assertThat(read(journal, from)).isEqualTo(range(from, 1_000));
            }
            assertThat(read(journal, 1_001)).isEmpty();
        }
        try (FileJournal reopened = open(disk)) {
            assertThat(reopened.last()).isEqualTo(1_000);
            assertThat(read(reopened, 1)).isEqualTo(range(1, 1_000));
            write(reopened, 1_001, 1_200);
            assertThat(read(reopened, 990)).isEqualTo(range(990, 1_200));
        }
    }

    @Test
    void aTornTailIsCutAtEveryOffsetOfTheLastRecord() throws IOException {
        FileJournal journal = open(disk);
        write(journal, 1, 2);
        journal.mark();
        write(journal, 3, 3);
        int frame = Frame.BYTES + 100;
        int start = Seal.RECORDS + 2 * frame;
        for (int kept = 0; kept < frame; kept++) {
            for (byte garbage : new byte[] {0, 77}) {
                LyingDisk torn = disk.afterKill();
                Arrays.fill(torn.bytes(FIRST), start + kept, start + frame, garbage);

                try (FileJournal reopened = open(torn)) {
                    assertThat(reopened.last()).isEqualTo(2);
                    assertThat(torn.bytes(FIRST)[start + kept]).isZero();
                    write(reopened, 3, 5);
                    assertThat(read(reopened, 1)).isEqualTo(range(1, 5));
                }
            }
        }
    }

    @Test
    void whatStoodBehindATornRecordNeverComesBack() throws IOException {
        FileJournal journal = open(disk);
        write(journal, 1, 1);
        journal.mark();
        journal.write(List.of(record(2), record(3), record(4)));
        LyingDisk torn = disk.afterKill();
        torn.bytes(FIRST)[Seal.RECORDS + Frame.BYTES + 100 + 50] ^= 1;

        try (FileJournal reopened = open(torn)) {
            write(reopened, 2, 2);
        }
        try (FileJournal again = open(torn)) {
            assertThat(read(again, 1)).isEqualTo(range(1, 2));
        }
    }

    @Test
    void aTornWriteAfterACleanCloseIsCutToo() throws IOException {
        try (FileJournal journal = open(disk)) {
            write(journal, 1, 2);
        }
        open(disk).write(List.of(record(3), record(4), record(5)));
        LyingDisk torn = disk.afterKill();
        torn.bytes(FIRST)[Seal.RECORDS + 2 * (Frame.BYTES + 100) + 50] ^= 1;

        try (FileJournal reopened = open(torn)) {
            write(reopened, 3, 3);
        }
        try (FileJournal again = open(torn)) {
            assertThat(read(again, 1)).isEqualTo(range(1, 3));
        }
    }

    @Test
    void theMarkNeverStandsAboveWhatWasSynced() throws IOException {
        FileJournal journal = open(disk);
        write(journal, 1, 1);
        journal.write(List.of(record(2)));
        journal.mark();

        for (int seed = 0; seed < 20; seed++) {
            assertThat(open(disk.afterCrash(seed)).last()).isBetween(1L, 2L);
        }
    }

    @Test
    void aCrashWhileUnsyncedRecordsAreSealedLeavesAPrefix() throws IOException {
        for (int operation = 130; operation < 180; operation++) {
            LyingDisk crashing = new LyingDisk();
            crashing.crashAt(operation);
            assertThatThrownBy(() -> writeUnsynced(open(crashing), 300)).hasMessageContaining("crashed");

            for (int seed = 0; seed < 10; seed++) {
                try (FileJournal reopened = open(crashing.afterCrash(seed))) {
                    assertThat(read(reopened, 1)).isEqualTo(range(1, reopened.last()));
                }
            }
        }
    }

    private static void writeUnsynced(FileJournal journal, long to) throws IOException {
        for (long sequence = 1; sequence <= to; sequence++) {
            journal.write(List.of(record(sequence)));
        }
    }

    @Test
    void everyFlippedByteAtOrBelowTheMarkIsRefusedAndNamed() throws IOException {
        FileJournal journal = open(disk);
        write(journal, 1, 3);
        journal.mark();
        int frame = Frame.BYTES + 100;
        for (int at = Seal.RECORDS; at < Seal.RECORDS + 3 * frame; at++) {
            LyingDisk flipped = disk.afterKill();
            flipped.bytes(FIRST)[at] ^= 0x10;

            DamageException damage = catchThrowableOfType(DamageException.class, () -> open(flipped));

            assertThat(damage).as("byte %d", at).isNotNull();
            assertThat(damage.sequence()).isEqualTo(1 + (at - Seal.RECORDS) / frame);
            assertThat(damage)
                    .hasMessageContaining("record " + damage.sequence())
                    .hasMessageContaining("backup");
        }
    }

    @Test
    void everyFlippedByteOfASegmentHeaderIsRefused() throws IOException {
        FileJournal journal = open(disk);
        write(journal, 1, 1);
        for (int at = 0; at < SegmentHeader.BYTES; at++) {
            LyingDisk flipped = disk.afterKill();
            flipped.bytes(FIRST)[at] ^= 1;

            assertThatThrownBy(() -> open(flipped)).as("byte %d", at).isInstanceOf(DamageException.class);
        }
    }

    @Test
    void damageInASealedSegmentIsNamedWhenItIsRead() throws IOException {
        FileJournal journal = open(disk);
        write(journal, 1, 300);
        journal.mark();
        disk.bytes(FIRST)[Seal.RECORDS + Frame.BYTES + 50] ^= 1;

        FileJournal reopened = open(disk.afterKill());

        assertThatThrownBy(() -> read(reopened, 1))
                .isInstanceOfSatisfying(
                        DamageException.class, e -> assertThat(e.sequence()).isEqualTo(1));
    }

    @Test
    void missingSegmentsAndAMissingMarkAreRefused() throws IOException {
        FileJournal journal = open(disk);
        write(journal, 1, 400);
        journal.mark();
        List<String> segments = disk.list().stream().filter(Segment::isName).toList();
        for (String segment : segments) {
            LyingDisk without = disk.afterKill();
            without.delete(segment);
            assertThatThrownBy(() -> open(without)).as(segment).isInstanceOf(DamageException.class);
        }
        LyingDisk unmarked = disk.afterKill();
        unmarked.delete(Mark.NAME);
        assertThatThrownBy(() -> open(unmarked))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining("mark");
        LyingDisk blank = disk.afterKill();
        Arrays.fill(blank.bytes(Mark.NAME), (byte) 0);
        assertThatThrownBy(() -> open(blank))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining("mark");
    }

    @Test
    void anOlderJournalUnderANewerMarkIsRefused() throws IOException {
        FileJournal journal = open(disk);
        write(journal, 1, 2);
        journal.mark();
        LyingDisk older = disk.afterKill();
        write(journal, 3, 4);
        journal.mark();

        System.arraycopy(disk.bytes(Mark.NAME), 0, older.bytes(Mark.NAME), 0, 8192);

        assertThatThrownBy(() -> open(older))
                .isInstanceOfSatisfying(
                        DamageException.class, e -> assertThat(e.sequence()).isEqualTo(3));
    }

    @Test
    void aJournalSwappedUnderTheMarkIsRefused() throws IOException {
        FileJournal journal = open(disk);
        write(journal, 1, 2);
        journal.mark();
        LyingDisk other = new LyingDisk();
        FileJournal swapped = open(other);
        swapped.write(List.of(record(7), record(8)));
        swapped.sync();

        System.arraycopy(disk.bytes(Mark.NAME), 0, other.bytes(Mark.NAME), 0, 8192);

        assertThatThrownBy(() -> open(other))
                .isInstanceOfSatisfying(
                        DamageException.class, e -> assertThat(e.sequence()).isEqualTo(2))
                .hasMessageContaining("not the record that was marked");
    }

    @Test
    void anotherNodesJournalIsRefused() throws IOException {
        FileJournal journal = open(disk);
        write(journal, 1, 1);
        journal.close();

        assertThatThrownBy(() -> FileJournal.open(disk, new FileJournal.Settings("n2", 1, 16 << 10), Runnable::run))
                .hasMessageContaining("n1")
                .hasMessageContaining("n2");
    }

    @Test
    void afterAFailedSyncNothingIsWrittenAnyMore() throws IOException {
        FileJournal journal = open(disk);
        write(journal, 1, 1);
        disk.failForceAt(disk.forces() + 1);
        journal.write(List.of(record(2)));

        assertThatThrownBy(journal::sync).hasMessageContaining("Input/output error");

        long forces = disk.forces();
        assertThatThrownBy(journal::sync).hasMessageContaining("failed before");
        assertThatThrownBy(() -> journal.write(List.of(record(3)))).hasMessageContaining("failed before");
        assertThat(disk.forces()).as("the sync is not tried again").isEqualTo(forces);
    }

    @Test
    void aFullDiskChangesNothingAndTheJournalGoesOnWhenThereIsSpace() throws IOException {
        FileJournal journal = open(disk);
        disk.limit(50 << 10);
        long written = 0;
        try {
            for (long sequence = 1; sequence < 10_000; sequence++) {
                write(journal, sequence, sequence);
                written = sequence;
            }
        } catch (NoSpaceException expected) {
            assertThat(written).isBetween(200L, 400L);
        }
        assertThat(journal.last()).isEqualTo(written);
        assertThat(disk.list()).doesNotContain(Spare.UNFINISHED);

        disk.limit(Long.MAX_VALUE);
        write(journal, written + 1, 600);

        assertThat(read(journal, 1)).isEqualTo(range(1, 600));
    }

    @Test
    void filesAreTheirOwnersAloneAndLinksAreNotFollowed(@TempDir Path home) throws IOException {
        Path directory = home.resolve("ledger");
        try (FileJournal journal = open(DirectoryDisk.open(directory))) {
            write(journal, 1, 1);
        }

        assertThat(Files.getPosixFilePermissions(directory)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (var files = Files.list(directory)) {
            assertThat(files)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
        Files.move(directory.resolve(FIRST), home.resolve("elsewhere"));
        Files.createSymbolicLink(directory.resolve(FIRST), home.resolve("elsewhere"));
        assertThatThrownBy(() -> open(DirectoryDisk.open(directory))).isInstanceOf(IOException.class);
        Files.createSymbolicLink(home.resolve("link"), directory);
        assertThatThrownBy(() -> DirectoryDisk.open(home.resolve("link"))).hasMessageContaining("link");
    }
}
