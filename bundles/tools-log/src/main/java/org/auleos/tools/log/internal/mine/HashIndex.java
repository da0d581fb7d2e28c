package org.auleos.tools.log.internal.mine;

import java.util.Arrays;

/** A map of 64-bit hashes to numbers from 0, without boxes and of fixed size. */
final class HashIndex {

    private static final int SLOTS = 1 << 16;
    private static final int MOST = SLOTS / 2;

    private final long[] hashes = new long[SLOTS];
    private final int[] numbers = new int[SLOTS];
    private int size;

    /** Returns the number put for a hash, or -1. */
    int get(long hash) {
        int at = slot(hash);
        while (numbers[at] != 0) {
            if (hashes[at] == hash) {
                return numbers[at] - 1;
            }
            at = (at + 1) & (SLOTS - 1);
        }
        return -1;
    }

    /** Puts the number of a hash that has none yet; the caller has seen to it that the index is not full. */
    void put(long hash, int number) {
        int at = slot(hash);
        while (numbers[at] != 0) {
            at = (at + 1) & (SLOTS - 1);
        }
        hashes[at] = hash;
        numbers[at] = number + 1;
        size++;
    }

    boolean isFull() {
        return size >= MOST;
    }

    void clear() {
        Arrays.fill(numbers, 0);
        size = 0;
    }

    private static int slot(long hash) {
        return (int) ((hash * 0x9E3779B97F4A7C15L) >>> 48) & (SLOTS - 1);
    }
}
