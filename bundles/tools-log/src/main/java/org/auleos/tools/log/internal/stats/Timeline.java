package org.auleos.tools.log.internal.stats;

/**
 * Counts over time in a fixed number of buckets that grow wider as the time they cover does. Times may come in any order. Confined to
 * one thread.
 */
final class Timeline {

    /** How many buckets there are at most. */
    static final int BUCKETS = 64;

    private final int[] counts = new int[BUCKETS];
    /** Seconds a bucket spans, as a power of two. */
    private int scale;
    /** Bucket number (seconds since the epoch divided by the width) of {@code counts[0]}. */
    private long base;

    private int used;

    /** Counts one event at a time in seconds since the epoch. */
    void add(long second) {
        add(second, 1);
    }

    private void add(long second, int many) {
        long bucket = second >> scale;
        if (used == 0) {
            base = bucket;
        }
        while (bucket < base + Math.min(0, used - BUCKETS) || bucket >= base + BUCKETS) {
            widen();
            bucket = second >> scale;
        }
        if (bucket < base) {
            shift((int) (base - bucket));
        }
        counts[(int) (bucket - base)] += many;
        used = Math.max(used, (int) (bucket - base) + 1);
    }

    private void widen() {
        long wider = base >> 1;
        int[] old = counts.clone();
        java.util.Arrays.fill(counts, 0);
        int last = 0;
        for (int i = 0; i < used; i++) {
            int to = (int) (((base + i) >> 1) - wider);
            counts[to] += old[i];
            last = to;
        }
        base = wider;
        used = last + 1;
        scale++;
    }

    private void shift(int by) {
        System.arraycopy(counts, 0, counts, by, used);
        java.util.Arrays.fill(counts, 0, by, 0);
        base -= by;
        used += by;
    }

    /** Adds all events of another timeline, each at the start of its bucket. */
    void addAll(Timeline other) {
        for (int i = 0; i < other.used; i++) {
            if (other.counts[i] > 0) {
                add((other.base + i) << other.scale, other.counts[i]);
            }
        }
    }

    /** Share of all events that the fullest period of about so many seconds holds, 0 to 1. */
    double concentration(long seconds) {
        int run = (int) Math.max(1, Math.min(BUCKETS, seconds >> scale));
        long all = 0;
        long best = 0;
        long window = 0;
        for (int i = 0; i < used; i++) {
            all += counts[i];
            window += counts[i] - (i >= run ? counts[i - run] : 0);
            best = Math.max(best, window);
        }
        return all == 0 ? 0 : (double) best / all;
    }

    /** Share of the buckets between the first and the last event that hold an event. */
    double coverage() {
        int filled = 0;
        for (int i = 0; i < used; i++) {
            filled += counts[i] > 0 ? 1 : 0;
        }
        return used == 0 ? 0 : (double) filled / used;
    }

    /** The largest count of one bucket. */
    int peak() {
        int peak = 0;
        for (int i = 0; i < used; i++) {
            peak = Math.max(peak, counts[i]);
        }
        return peak;
    }

    /** Events in the period, both ends in seconds since the epoch; buckets that overlap it count wholly. */
    long between(long from, long to) {
        long sum = 0;
        for (int i = 0; i < used; i++) {
            long start = (base + i) << scale;
            if (start + (1L << scale) > from && start <= to) {
                sum += counts[i];
            }
        }
        return sum;
    }

    /** Seconds a bucket spans. */
    long widthSeconds() {
        return 1L << scale;
    }

    boolean isEmpty() {
        return used == 0;
    }
}
