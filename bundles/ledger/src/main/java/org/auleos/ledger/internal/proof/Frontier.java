package org.auleos.ledger.internal.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The roots of the complete subtrees of a growing tree, largest first: all that is needed to add a leaf. One thread. */
final class Frontier {

    private final TreeHashes hashes;
    private final List<byte[]> roots;
    private long size;

    Frontier(TreeHashes hashes, long size, List<byte[]> roots) {
        if (roots.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves has " + Long.bitCount(size) + " subtrees, not " + roots.size());
        }
        this.hashes = hashes;
        this.size = size;
        this.roots = new ArrayList<>(roots);
    }

    /** Adds a leaf; hands every subtree that becomes complete to the consumer, the leaf itself first. */
    void add(byte[] entry, Consumer<byte[]> completed) {
        byte[] hash = hashes.leaf(entry);
        completed.accept(hash);
        for (long merged = size; (merged & 1) == 1; merged >>= 1) {
            hash = hashes.node(roots.remove(roots.size() - 1), hash);
            completed.accept(hash);
        }
        roots.add(hash);
        size++;
    }

    long size() {
        return size;
    }

    List<byte[]> roots() {
        return List.copyOf(roots);
    }

    byte[] root() {
        if (roots.isEmpty()) {
            return hashes.empty();
        }
        byte[] root = roots.get(roots.size() - 1);
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = hashes.node(roots.get(i), root);
        }
        return root;
    }
}
