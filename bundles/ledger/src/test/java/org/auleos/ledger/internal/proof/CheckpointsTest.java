package org.auleos.ledger.internal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.auleos.api.ledger.Checkpoint;
import org.auleos.api.ledger.Consistency;
import org.auleos.api.ledger.Inclusion;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.Verification;
import org.auleos.ledger.internal.journal.LyingDisk;
import org.junit.jupiter.api.Test;

class CheckpointsTest extends CheckpointFixture {

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
        Inclusion proof = evidence.inclusion(53);
        assertThat(new Paths().includes(proof.hash(), 52, 300, proof.path(), root))
                .isTrue();
        disk = disk.afterKill();
        disk.delete(StoredTree.NAME);
        open();
        write(1, 0);

        assertThat(evidence.consistency(300, 301).fromRoot()).isEqualTo(root);
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

    @Test
    void aCheckpointAndItsTreeAreOnTheDiskWhenItIsHandedOut() throws IOException {
        write(3, 0);
        evidence.checkpoint();
        write(40, 0);
        Checkpoint made = evidence.checkpoint();
        for (int seed = 0; seed < 20; seed++) {
            LyingDisk crashed = disk.afterCrash(seed);

            assertThat(CheckpointFile.open(crashed).newest())
                    .map(Checkpoint::note)
                    .contains(made.note());
            assertThat(StoredTree.open(crashed).resume(43, made.root())).isTrue();
        }
    }
}
