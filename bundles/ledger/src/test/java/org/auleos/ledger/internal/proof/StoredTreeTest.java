package org.auleos.ledger.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.auleos.ledger.internal.journal.LyingDisk;
import org.junit.jupiter.api.Test;

class StoredTreeTest {

    private static final int LEAVES = 400;

    private final LyingDisk disk = new LyingDisk();
    private final TreeHashes hashes = new TreeHashes();
    private final Paths paths = new Paths();
    private final List<byte[]> entries = new ArrayList<>();

    private StoredTree tree() throws IOException {
        StoredTree tree = StoredTree.open(disk);
        Random random = new Random(1);
        for (int i = 0; i < LEAVES; i++) {
            byte[] entry = new byte[32];
            random.nextBytes(entry);
            entries.add(entry);
            tree.add(entry);
        }
        return tree;
    }

    /** MTH of RFC 9162, section 2.1.1, word for word. */
    private byte[] defined(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return hashes.empty();
        }
        if (leaves.size() == 1) {
            return hashes.leaf(leaves.get(0));
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return hashes.node(defined(leaves.subList(0, left)), defined(leaves.subList(left, leaves.size())));
    }

    @Test
    void everyRootIsTheOneTheRfcDefines() throws IOException {
        StoredTree tree = tree();

        for (int size = 0; size <= LEAVES; size++) {
            assertThat(tree.root(size)).as("%d leaves", size).isEqualTo(defined(entries.subList(0, size)));
        }
        assertThat(tree.root()).isEqualTo(tree.root(LEAVES));
    }

    @Test
    void everyInclusionProofHoldsAndNoAlteredOneDoes() throws IOException {
        StoredTree tree = tree();
        Random random = new Random(2);
        for (int n = 0; n < 10_000; n++) {
            int size = 1 + random.nextInt(LEAVES);
            int index = random.nextInt(size);
            byte[] root = tree.root(size);
            List<byte[]> path = tree.inclusion(index, size);
            byte[] entry = entries.get(index);

            assertThat(paths.includes(entry, index, size, path, root))
                    .as("%d of %d", index, size)
                    .isTrue();
            byte[] other = entry.clone();
            other[n % 32] ^= 1;
            assertThat(paths.includes(other, index, size, path, root)).isFalse();
            assertThat(paths.includes(entry, index, size, altered(path, random), root))
                    .isFalse();
            if (size > 1) {
                assertThat(paths.includes(entry, (index + 1) % size, size, path, root))
                        .isFalse();
            }
        }
    }

    @Test
    void everyConsistencyProofHoldsAndNoAlteredOneDoes() throws IOException {
        StoredTree tree = tree();
        Random random = new Random(3);
        for (int n = 0; n < 10_000; n++) {
            int to = 1 + random.nextInt(LEAVES);
            int from = 1 + random.nextInt(to);
            byte[] fromRoot = tree.root(from);
            byte[] toRoot = tree.root(to);
            List<byte[]> path = tree.consistency(from, to);

            assertThat(paths.consistent(from, fromRoot, to, toRoot, path))
                    .as("%d, %d", from, to)
                    .isTrue();
            assertThat(paths.consistent(from, fromRoot, to, toRoot, altered(path, random)))
                    .isFalse();
            byte[] other = fromRoot.clone();
            other[n % 32] ^= 1;
            assertThat(paths.consistent(from, other, to, toRoot, path)).isFalse();
        }
    }

    /** One bit changed, or one hash too many when there is none to change. */
    private static List<byte[]> altered(List<byte[]> path, Random random) {
        List<byte[]> copy = new ArrayList<>(path);
        if (copy.isEmpty()) {
            copy.add(new byte[32]);
        } else {
            int at = random.nextInt(copy.size());
            byte[] hash = copy.get(at).clone();
            hash[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
            copy.set(at, hash);
        }
        return copy;
    }

    @Test
    void aTreeGoesOnAtAnySizeWhoseRootItHas() throws IOException {
        StoredTree tree = tree();
        tree.force();
        for (int size : new int[] {0, 1, 2, 3, 255, 256, 257, LEAVES}) {
            StoredTree reopened = StoredTree.open(disk.afterKill());

            assertThat(reopened.resume(size, tree.root(size))).isTrue();
            for (byte[] entry : entries.subList(size, LEAVES)) {
                reopened.add(entry);
            }
            assertThat(reopened.root()).isEqualTo(tree.root());
        }
    }

    @Test
    void aFileWithAnotherRootIsNotBelieved() throws IOException {
        StoredTree tree = tree();
        tree.force();
        byte[] root = tree.root();
        disk.bytes(StoredTree.NAME)[510 * 32] ^= 1;

        StoredTree damaged = StoredTree.open(disk.afterKill());

        assertThat(damaged.resume(LEAVES, root)).isFalse();
        assertThat(damaged.size()).isZero();
        assertThat(damaged.resume(LEAVES + 1, root)).isFalse();
    }
}
