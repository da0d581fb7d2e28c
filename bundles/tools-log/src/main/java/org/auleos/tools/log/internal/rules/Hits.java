package org.auleos.tools.log.internal.rules;

/** The needles found in one record, each with where it first ended. Reused from record to record; confined to one thread. */
final class Hits {

    private final int[] found;
    private final int[] endOf;
    private final int[] seenIn;
    private int size;
    private int round = 1;

    Hits(int needles) {
        this.found = new int[needles];
        this.endOf = new int[needles];
        this.seenIn = new int[needles];
    }

    void clear() {
        size = 0;
        round++;
    }

    void add(int needle, int end) {
        if (seenIn[needle] != round) {
            seenIn[needle] = round;
            endOf[needle] = end;
            found[size++] = needle;
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    int needle(int index) {
        return found[index];
    }

    boolean has(int needle) {
        return seenIn[needle] == round;
    }

    /** Index of the last character of the needle's first occurrence; only for a needle that {@link #has}. */
    int end(int needle) {
        return endOf[needle];
    }
}
