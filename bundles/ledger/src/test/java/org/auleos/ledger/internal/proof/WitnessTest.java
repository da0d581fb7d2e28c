package org.auleos.ledger.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.auleos.api.ledger.Checkpoint;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.LedgerException.Code;
import org.auleos.ledger.internal.journal.FileJournal;
import org.auleos.ledger.internal.journal.LyingDisk;
import org.junit.jupiter.api.Test;

/** Who is told what, and what is refused at opening. */
class WitnessTest extends CheckpointFixture {

    @Test
    void theKeyIsItsOwnersAloneAndALostOneIsNotReplaced() throws IOException {
        write(1, 0);
        evidence.checkpoint();
        Path key = home.resolve("keys/ledger-n%201.key");

        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(home.resolve("keys")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        Files.delete(key);
        assertThatThrownBy(this::restart).hasMessageContaining(key.toString()).hasMessageContaining("backup");
    }

    @Test
    void aJournalPutBackUnderANewerCheckpointIsRefused() throws IOException {
        write(5, 0);
        evidence.checkpoint();
        journal.mark();
        LyingDisk older = disk.afterKill();
        write(5, 0);
        evidence.checkpoint();
        byte[] newer = disk.bytes(CheckpointFile.NAME);
        System.arraycopy(newer, 0, older.bytes(CheckpointFile.NAME), 0, newer.length);
        disk = older;

        assertThatThrownBy(this::restart)
                .isInstanceOfSatisfying(
                        LedgerException.class, e -> assertThat(e.code()).isEqualTo(Code.DAMAGED))
                .hasMessageContaining("checkpoint of 10 records")
                .hasMessageContaining("ends at record 5");
    }

    @Test
    void anotherAndLongerJournalUnderTheCheckpointIsRefused() throws IOException {
        write(5, 0);
        evidence.checkpoint();
        byte[] kept = disk.bytes(CheckpointFile.NAME);
        disk = new LyingDisk();
        journal = FileJournal.open(disk, SMALL, Runnable::run);
        write(9, 1);
        CheckpointFile.open(disk).close();
        System.arraycopy(kept, 0, disk.bytes(CheckpointFile.NAME), 0, kept.length);

        assertThatThrownBy(this::restart)
                .hasMessageContaining("checkpoint of 5 records")
                .hasMessageContaining("another record there");
    }

    @Test
    void aWholeFolderPutBackIsRefusedByTheCopyAmongTheKeys() throws IOException {
        write(5, 0);
        evidence.checkpoint();
        journal.mark();
        LyingDisk older = disk.afterKill();
        write(5, 0);
        evidence.checkpoint();
        disk = older;

        assertThatThrownBy(this::restart)
                .hasMessageContaining("keys/ledger-n%201.checkpoint")
                .hasMessageContaining("ends at record 5");
    }

    @Test
    void aWholeHomePutBackIsRefusedByTheWitness() throws IOException {
        witness = Optional.of(new Witness(home.resolve("elsewhere")));
        open();
        write(5, 0);
        evidence.checkpoint();
        journal.mark();
        LyingDisk older = disk.afterKill();
        String copy = Files.readString(home.resolve("keys/ledger-n%201.checkpoint"));
        write(5, 0);
        evidence.checkpoint();
        disk = older;
        Files.writeString(home.resolve("keys/ledger-n%201.checkpoint"), copy);

        assertThatThrownBy(this::restart)
                .hasMessageContaining("elsewhere")
                .hasMessageContaining("checkpoint of 10 records")
                .hasMessageContaining("ends at record 5");
    }

    @Test
    void anotherHistorySignedWithTheSameKeyIsRefusedByTheWitness() throws IOException {
        witness = Optional.of(new Witness(home.resolve("elsewhere")));
        open();
        write(5, 0);
        evidence.checkpoint();
        Files.delete(home.resolve("keys/ledger-n%201.checkpoint"));
        disk = new LyingDisk();
        Path kept = home.resolve("elsewhere");
        Path aside = home.resolve("aside");
        Files.move(kept, aside);
        open();
        write(9, 1);
        evidence.checkpoint();
        Files.move(aside, kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(evidence.compare(Files.readString(kept)))
                .satisfies(found -> assertThat(found.intact()).isFalse())
                .satisfies(found -> assertThat(found.badSequence()).isEqualTo(5));
        assertThatThrownBy(this::restart)
                .hasMessageContaining("elsewhere")
                .hasMessageContaining("another record there");
    }

    @Test
    void aWitnessKeepsEveryCheckpointAndATornOneIsPassedOver() throws IOException {
        witness = Optional.of(new Witness(home.resolve("elsewhere")));
        open();
        for (int i = 0; i < 3; i++) {
            write(1, 0);
            evidence.checkpoint();
        }
        String all = Files.readString(home.resolve("elsewhere"));
        for (int cut : new int[] {1, 3, 50, 100, 150, 200}) {
            Files.writeString(home.resolve("elsewhere"), all.substring(0, all.length() - cut));
            restart();
            write(1, 0);
            evidence.checkpoint();

            assertThat(evidence.compare(Files.readString(home.resolve("elsewhere")))
                            .intact())
                    .isTrue();
            assertThat(witness.orElseThrow().checkpoints())
                    .extracting(Checkpoint::size)
                    .contains(1L, 2L, journal.last());
        }
    }

    @Test
    void aWitnessThatCannotBeWrittenIsHeardOfAndStopsNothing() throws IOException {
        witness = Optional.of(new Witness(home.resolve("missing/elsewhere")));
        open();
        write(1, 0);

        assertThat(evidence.checkpoint().size()).isEqualTo(1);
        assertThat(checkpoints.trouble()).contains("missing/elsewhere");
        Files.createDirectory(home.resolve("missing"));
        write(1, 0);
        evidence.checkpoint();
        assertThat(checkpoints.trouble()).isEmpty();
    }
}
