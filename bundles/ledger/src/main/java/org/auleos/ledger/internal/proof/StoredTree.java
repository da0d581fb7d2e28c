package org.auleos.ledger.internal.proof;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.auleos.ledger.internal.journal.Disk;

/**
 * A Merkle tree in a file: each subtree's root stands where it became complete, so that the file only grows
 * (docs/ledger-format.md, "Tree"). Nothing in it is believed that a signed root does not confirm. One thread.
 */
final class StoredTree implements Closeable {

    static final String NAME = "tree";

    private static final int BUFFER_BYTES = 1 << 16;

    private final TreeHashes hashes = new TreeHashes();
    private final Disk.File file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private Frontier frontier = new Frontier(hashes, 0, List.of());
    private long flushed;

    private StoredTree(Disk.File file) {
        this.file = file;
    }

    /** Opens the file, or makes it; the tree is empty until {@link #resume}. */
    static StoredTree open(Disk disk) throws IOException {
        boolean there = disk.list().contains(NAME);
        return new StoredTree(there ? disk.open(NAME) : disk.create(NAME));
    }

    /** Before anything is added: goes on at a size whose root is known; false, and empty, when the file has another. */
    boolean resume(long size, byte[] root) throws IOException {
        long count = stored(size);
        if (file.size() < count * TreeHashes.BYTES) {
            return false;
        }
        flushed = count;
        Frontier found = new Frontier(hashes, size, roots(size));
        if (!Arrays.equals(found.root(), root)) {
            reset();
            return false;
        }
        frontier = found;
        return true;
    }

    /** Begins again with no leaf. */
    void reset() {
        frontier = new Frontier(hashes, 0, List.of());
        flushed = 0;
        buffer.clear();
    }

    void add(byte[] entry) throws IOException {
        if (buffer.remaining() < TreeHashes.BYTES * Long.SIZE) {
            flush();
        }
        frontier.add(entry, buffer::put);
    }

    /** Writes what was added; not synced. */
    void flush() throws IOException {
        file.write(buffer.duplicate().flip(), flushed * TreeHashes.BYTES);
        flushed += buffer.position() / TreeHashes.BYTES;
        buffer.clear();
    }

    void force() throws IOException {
        flush();
        file.force(true);
    }

    long size() {
        return frontier.size();
    }

    byte[] root() {
        return frontier.root();
    }

    /** The root the tree had with so many leaves. */
    byte[] root(long size) throws IOException {
        flush();
        return size == 0 ? hashes.empty() : range(0, size);
    }

    /** The roots of the complete subtrees the tree had with so many leaves, largest first. */
    List<byte[]> roots(long size) throws IOException {
        flush();
        List<byte[]> roots = new ArrayList<>();
        for (long start = 0, left = size; left > 0; ) {
            long part = Long.highestOneBit(left);
            roots.add(range(start, part));
            start += part;
            left -= part;
        }
        return roots;
    }

    /** PATH(index, D[size]) of RFC 9162, section 2.1.3.1. */
    List<byte[]> inclusion(long index, long size) throws IOException {
        flush();
        List<byte[]> path = new ArrayList<>();
        path(index, 0, size, path);
        return path;
    }

    private void path(long index, long start, long size, List<byte[]> path) throws IOException {
        if (size == 1) {
            return;
        }
        long left = split(size);
        if (index < left) {
            path(index, start, left, path);
            path.add(range(start + left, size - left));
        } else {
            path(index - left, start + left, size - left, path);
            path.add(range(start, left));
        }
    }

    /** PROOF(from, D[size]) of RFC 9162, section 2.1.4.1; {@code from} at least 1. */
    List<byte[]> consistency(long from, long size) throws IOException {
        flush();
        List<byte[]> path = new ArrayList<>();
        subproof(from, 0, size, true, path);
        return path;
    }

    private void subproof(long from, long start, long size, boolean known, List<byte[]> path) throws IOException {
        if (from == size) {
            if (!known) {
                path.add(range(start, size));
            }
            return;
        }
        long left = split(size);
        if (from <= left) {
            subproof(from, start, left, known, path);
            path.add(range(start + left, size - left));
        } else {
            subproof(from - left, start + left, size - left, false, path);
            path.add(range(start, left));
        }
    }

    /** The root over a range whose start is a multiple of the next power of two. */
    private byte[] range(long start, long size) throws IOException {
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return read(place(level, start >> level));
        }
        long left = split(size);
        return hashes.node(range(start, left), range(start + left, size - left));
    }

    /** The largest power of two below a size. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    private byte[] read(long place) throws IOException {
        ByteBuffer hash = ByteBuffer.allocate(TreeHashes.BYTES);
        if (place >= flushed || file.read(hash, place * TreeHashes.BYTES) < TreeHashes.BYTES) {
            throw new IOException("the file '" + NAME + "' ends before its hash " + place);
        }
        return hash.array();
    }

    /** Where the root of a complete subtree stands, counted in hashes: behind its two halves. */
    private static long place(int level, long number) {
        long lastLeaf = ((number + 1) << level) - 1;
        return stored(lastLeaf) + level;
    }

    /** How many hashes a tree of so many leaves has in the file. */
    private static long stored(long leaves) {
        return 2 * leaves - Long.bitCount(leaves);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
