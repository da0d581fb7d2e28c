package org.auleos.ledger.internal.proof;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Checks proofs as those who receive them do (RFC 9162, sections 2.1.3.2 and 2.1.4.2). One thread. */
final class Paths {

    private final TreeHashes hashes = new TreeHashes();

    /** True when the entry is the leaf at an index below a root. */
    boolean includes(byte[] entry, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long at = index;
        long last = size - 1;
        byte[] hash = hashes.leaf(entry);
        for (byte[] neighbour : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = hashes.node(neighbour, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = hashes.node(hash, neighbour);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** True when a tree only grew. */
    boolean consistent(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> path) {
        if (from < 1 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && Arrays.equals(fromRoot, toRoot);
        }
        Deque<byte[]> rest = new ArrayDeque<>(path);
        if (Long.bitCount(from) == 1) {
            rest.addFirst(fromRoot);
        }
        return !rest.isEmpty() && grown(from - 1, to - 1, rest, fromRoot, toRoot);
    }

    private boolean grown(long fromLast, long toLast, Deque<byte[]> rest, byte[] fromRoot, byte[] toRoot) {
        int common = Long.numberOfTrailingZeros(~fromLast);
        long from = fromLast >> common;
        long to = toLast >> common;
        byte[] older = rest.removeFirst();
        byte[] newer = older;
        for (byte[] hash : rest) {
            if (to == 0) {
                return false;
            }
            if ((from & 1) == 1 || from == to) {
                older = hashes.node(hash, older);
                newer = hashes.node(hash, newer);
                while ((from & 1) == 0 && from != 0) {
                    from >>= 1;
                    to >>= 1;
                }
            } else {
                newer = hashes.node(newer, hash);
            }
            from >>= 1;
            to >>= 1;
        }
        return to == 0 && Arrays.equals(older, fromRoot) && Arrays.equals(newer, toRoot);
    }
}
