package org.auleos.bench.steps;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.auleos.bench.ledger.BareFile;

/**
 * Durable steps per second: concurrent runs of twenty steps, one pure tool call each with all its records, every step on the
 * disk before the next, against a bare file that group-commits the same bytes. Blocks of both alternate, and the figure is the
 * median of the ratios of neighbours.
 */
public final class DurableSteps {

    private static final int STEPS = 20;
    private static final long NANOS = 1_000_000_000L;

    private final Path directory;
    private final int concurrency;
    private final long blockNanos;

    private DurableSteps(Path directory, int concurrency, long blockNanos) {
        this.directory = directory;
        this.concurrency = concurrency;
        this.blockNanos = blockNanos;
    }

    /** Arguments: scratch directory, rounds (5), seconds a block (3), concurrent runs (50). */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        int concurrency = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 50;
        new DurableSteps(directory, concurrency, seconds * NANOS).measure(rounds);
    }

    /** What one of the threads does again and again. */
    private interface Work {
        void once() throws InterruptedException;
    }

    private void measure(int rounds) throws Exception {
        try (Product product = new Product(directory.resolve("ledger"), concurrency, STEPS)) {
            Rate warm = product(product);
            CountingJournal.Count before = product.count();
            Rate rate = product(product);
            CountingJournal.Count spent = product.count().since(before);
            long done = Math.round(rate.perSecond() * blockNanos / NANOS);
            int bytes = (int) (spent.bytes() / done);
            System.out.printf(
                    "warm-up %s, then %s; a step: %d bytes in %.2f records, %.3f syncs%n",
                    warm, rate, bytes, (double) spent.records() / done, (double) spent.syncs() / done);
            try (BareFile bare = new BareFile(directory.resolve("bare"), bytes)) {
                bare(bare);
                rounds(rounds, product, bare);
            }
        }
    }

    private void rounds(int rounds, Product product, BareFile bare) throws InterruptedException {
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Rate first = bare(bare);
            Rate steps = product(product);
            Rate second = bare(bare);
            double ratio = steps.perSecond() / ((first.perSecond() + second.perSecond()) / 2);
            ratios.add(ratio);
            System.out.printf(
                    "round %d: bare %s  product %s  bare %s  ratio %.3f%n", round, first, steps, second, ratio);
        }
        Collections.sort(ratios);
        System.out.printf(
                "%d runs at a time: ratio %.3f (%.3f to %.3f)%n",
                concurrency, ratios.get(ratios.size() / 2), ratios.get(0), ratios.get(ratios.size() - 1));
    }

    private Rate product(Product product) throws InterruptedException {
        return rate(product::run, STEPS);
    }

    private Rate bare(BareFile bare) throws InterruptedException {
        return rate(bare::append, 1);
    }

    /**
     * What a block achieved.
     *
     * @param perSecond steps
     * @param cpuMicros processor time of the whole process, a step
     */
    private record Rate(double perSecond, double cpuMicros) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,.0f/s (%.1f us cpu)", perSecond, cpuMicros);
        }
    }

    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private Rate rate(Work work, int factor) throws InterruptedException {
        LongAdder count = new LongAdder();
        long cpu = cpuNanos();
        long begun = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < concurrency; i++) {
            Thread thread = new Thread(() -> repeat(work, begun + blockNanos, count), "client-" + i);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double steps = (double) count.sum() * factor;
        return new Rate(steps * NANOS / (System.nanoTime() - begun), (cpuNanos() - cpu) / steps / 1000);
    }

    private static void repeat(Work work, long until, LongAdder count) {
        try {
            while (System.nanoTime() < until) {
                work.once();
                count.increment();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
