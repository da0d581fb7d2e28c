package org.auleos.ledger.internal.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.auleos.api.ledger.Head;
import org.auleos.ledger.internal.journal.FileJournal;
import org.auleos.ledger.internal.journal.LyingDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints over a journal of opaque records, as tests need them; what stands in their last 32 bytes is their chain hash. */
abstract class CheckpointFixture {

    static final FileJournal.Settings SMALL = new FileJournal.Settings("n 1", 1, 16 << 10);
    private static final Checkpoints.Settings DUE = new Checkpoints.Settings("n 1", 100, Duration.ofSeconds(10));

    @TempDir
    Path home;

    LyingDisk disk = new LyingDisk();
    FileJournal journal;
    Checkpoints checkpoints;
    JournalEvidence evidence;
    Optional<Witness> witness = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        journal = FileJournal.open(disk, SMALL, Runnable::run);
        checkpoints = new Checkpoints(
                journal,
                disk,
                DUE,
                new Checkpoints.Places(KeyFolder.open(home.resolve("keys"), "n 1"), witness),
                () -> new Head("n 1", 1, journal.last(), journal.link()),
                Clock.systemUTC());
        evidence = new JournalEvidence(journal, checkpoints, journal::last);
    }

    final void write(int count, int seed) throws IOException {
        for (int i = 0; i < count; i++) {
            byte[] record = new byte[100];
            Arrays.fill(record, (byte) (journal.last() + 1 + seed));
            journal.write(List.of(ByteBuffer.wrap(record).putLong(0, journal.last() + 1)));
        }
        journal.sync();
    }

    /** The machine stops without closing anything and starts again. */
    final void restart() throws IOException {
        disk = disk.afterKill();
        open();
    }
}
