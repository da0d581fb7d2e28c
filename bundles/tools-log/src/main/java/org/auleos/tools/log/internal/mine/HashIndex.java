package org.auleos.tools.log.internal.mine;

/** A map of 64-bit hashes to numbers from 0, without boxes; it forgets everything when it is full. */
final class HashIndex {

    private static final int SLOTS = 1 << 16;

    private final long[] hashes = new long[SLOTS];
    private final int[] numbers = new int[SLOTS];
    private int size;

    /** Returns the number put for a hash, or -1. */
    int get(long hash) {
        int slot = slot(hash);
        while (numbers[slot] != 0) {
            if (hashes[slot] == hash) {
                return numbers[slot] - 1;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return -1;
    }

    void put(long hash, int number) {
        if (size >= SLOTS / 2) {
            clear();
        }
        int slot = slot(hash);
        while (numbers[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        size += numbers[slot] == 0 ? 1 : 0;
        hashes[slot] = hash;
        numbers[slot] = number + 1;
    }

    void clear() {
        java.util.Arrays.fill(numbers, 0);
        size = 0;
    }

    private static int slot(long hash) {
        return (int) ((hash * 0x9E3779B97F4A7C15L) >>> 48) & (SLOTS - 1);
    }
}
