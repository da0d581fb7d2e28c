package org.auleos.ledger.internal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.auleos.api.ledger.Checkpoint;
import org.auleos.api.ledger.Consistency;
import org.auleos.api.ledger.Head;
import org.auleos.api.ledger.Inclusion;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.LedgerException.Code;
import org.auleos.api.ledger.Verification;
import org.auleos.ledger.internal.journal.FileJournal;
import org.auleos.ledger.internal.journal.LyingDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints over a journal of opaque records; what stands in their last 32 bytes is their chain hash. */
class CheckpointsTest {

    private static final FileJournal.Settings SMALL = new FileJournal.Settings("n 1", 1, 16 << 10);
    private static final Checkpoints.Settings DUE = new Checkpoints.Settings("n 1", 100, Duration.ofSeconds(10));

    @TempDir
    private Path home;

    private LyingDisk disk = new LyingDisk();
    private FileJournal journal;
    private Checkpoints checkpoints;
    private JournalEvidence evidence;
    private Optional<Witness> witness = Optional.empty();

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

    private void write(int count, int seed) throws IOException {
        for (int i = 0; i < count; i++) {
            byte[] record = new byte[100];
            Arrays.fill(record, (byte) (journal.last() + 1 + seed));
            journal.write(List.of(ByteBuffer.wrap(record).putLong(0, journal.last() + 1)));
        }
        journal.sync();
    }

    /** The machine stops without closing anything and starts again. */
    private void restart() throws IOException {
        disk = disk.afterKill();
        open();
    }

    @Test
    void aCheckpointIsASignedNoteThatOthersCanVerify() throws Exception {
        write(7, 0);

        Checkpoint made = evidence.checkpoint();

        String[] lines = made.note().split("\n", -1);
        assertThat(lines[0]).isEqualTo("auleos/n%201");
        assertThat(lines[1]).isEqualTo("7");
        assertThat(lines[3]).isEqualTo("epoch 1");
        assertThat(lines[6]).isEmpty();
        assertThat(lines[7]).startsWith("\u2014 auleos/n%201 ");
        assertThat(made.head()).isEqualTo(journal.link());
        assertThat(checkpoints.signer().signed(made)).isTrue();
        String[] key = evidence.publicKey().split("\\+", 3);
        byte[] typed = java.util.Base64.getDecoder().decode(key[2]);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("auleos/n%201\n".getBytes(UTF_8));
        assertThat(key[1]).isEqualTo(HexFormat.of().formatHex(digest.digest(typed), 0, 4));
        assertThat(Files.readString(home.resolve("keys/ledger-n%201.pub"))).isEqualTo(evidence.publicKey() + "\n");
    }

    @Test
    void aNoteIsNotSignedWhenAnyOfItWasChanged() throws IOException {
        write(7, 0);
        Checkpoint made = evidence.checkpoint();
        String body = made.note().substring(0, made.note().indexOf("\n\n"));
        for (int at = 0; at < body.length(); at++) {
            char other = body.charAt(at) == '7' ? '8' : '7';
            Optional<Checkpoint> changed =
                    Notes.one(made.note().substring(0, at) + other + made.note().substring(at + 1));

            assertThat(changed.map(checkpoints.signer()::signed).orElse(false))
                    .as("character %d", at)
                    .isFalse();
        }
    }

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
    void oneIsMadeWhenEnoughRecordsAreNewAndNotBefore() throws IOException {
        write(1, 0);
        checkpoints.tick();
        Checkpoint first = checkpoints.kept().get(0);
        write(99, 0);
        checkpoints.tick();
        assertThat(checkpoints.kept()).containsExactly(first);

        write(1, 0);
        checkpoints.tick();

        assertThat(checkpoints.kept()).extracting(Checkpoint::size).containsExactly(101L);
    }

    @Test
    void proofsHoldOverManySegmentsAndAfterARestart() throws IOException {
        write(700, 0);
        evidence.checkpoint();
        restart();
        write(300, 0);

        Checkpoint signed = evidence.checkpoint();

        assertThat(signed.size()).isEqualTo(1_000);
        for (long sequence : new long[] {1, 2, 500, 700, 701, 1_000}) {
            Inclusion proof = evidence.inclusion(sequence);
            assertThat(new Paths().includes(proof.hash(), sequence - 1, 1_000, proof.path(), signed.root()))
                    .isTrue();
        }
        Consistency grown = evidence.consistency(700, 0);
        assertThat(new Paths().consistent(700, grown.fromRoot(), 1_000, signed.root(), grown.path()))
                .isTrue();
        assertThat(evidence.consistency(3, 5).checkpoint().size()).isEqualTo(5);
    }

    @Test
    void aNumberOutOfRangeIsRefusedNamingTheRange() throws IOException {
        write(3, 0);

        assertThatThrownBy(() -> evidence.inclusion(4))
                .hasMessageContaining("sequence 4")
                .hasMessageContaining("1 to 3");
        assertThatThrownBy(() -> evidence.consistency(3, 2)).hasMessageContaining("from 3");
        assertThatThrownBy(() -> evidence.consistency(1, 4)).hasMessageContaining("to 4");
    }

    @Test
    void aLostOrDamagedTreeIsMadeAnew() throws IOException {
        write(300, 0);
        byte[] root = evidence.checkpoint().root();
        disk.bytes(StoredTree.NAME)[100 * 32] ^= 1;
        assertThat(evidence.inclusion(52).checkpoint().root()).isEqualTo(root);
        disk = disk.afterKill();
        disk.delete(StoredTree.NAME);
        open();
        write(1, 0);

        assertThat(evidence.consistency(300, 301).fromRoot()).isEqualTo(root);
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
            assertThat(checkpoints.kept()).extracting(Checkpoint::size).contains(1L, 2L, journal.last());
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

    @Test
    void comparingTellsHowManyCheckpointsHold() throws IOException {
        write(5, 0);
        String first = evidence.checkpoint().note();
        write(5, 0);
        evidence.checkpoint();

        assertThat(evidence.compare(first)).isEqualTo(new Verification(true, 2, 0, ""));
        assertThatThrownBy(() -> evidence.compare("hello")).hasMessageContaining("no checkpoint");
    }

    @Test
    void closingSignsWhatIsNew() throws IOException {
        write(5, 0);
        checkpoints.tick();
        write(5, 0);

        checkpoints.close();
        restart();

        assertThat(checkpoints.kept()).extracting(Checkpoint::size).containsExactly(10L);
    }

    @Test
    void aCrashAtAnyOperationOfACheckpointLeavesOneThatHolds() throws IOException {
        write(3, 0);
        evidence.checkpoint();
        write(2, 0);
        for (long step = 1; step < 12; step++) {
            for (int seed = 0; seed < 5; seed++) {
                LyingDisk crashing = disk.afterKill();
                LyingDisk before = disk;
                disk = crashing;
                open();
                crashing.crashAt(crashing.operations() + step);
                try {
                    evidence.checkpoint();
                } catch (LedgerException crashed) {
                    assertThat(crashed).hasMessageContaining("crashed");
                }
                disk = crashing.afterCrash(seed);
                open();

                assertThat(evidence.checkpoint().size()).isEqualTo(5);
                assertThat(evidence.compare("").intact()).isTrue();
                disk = before;
            }
        }
    }
}
