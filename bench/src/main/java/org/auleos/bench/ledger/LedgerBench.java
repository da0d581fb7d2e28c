package org.auleos.bench.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Durable records a second of the ledger, over a bare preallocated file that group-commits the same bytes, both in one
 * run and interleaved: bare, ledger, ledger, bare. Arguments: directory, writers, seconds a measurement, rounds,
 * followers, segment size in MiB, and "signing" to compare the ledger with checkpoints to the one without instead. With the default size all of a measurement fits the space preallocated before it, as
 * it does for the bare file; with 64, the product's default, the ledger takes new blocks while it is measured. With one
 * writer the bare file writes and syncs on the writer's own thread.
 */
public final class LedgerBench {

    private static final int PAYLOAD_BYTES = 256;

    /** What the ledger writes for such a payload: frame, header, payload, chain hash. */
    private static final int RECORD_BYTES = 545;

    private static final int SAMPLES = 200_000;

    private final Path directory;
    private final int writers;
    private final double seconds;
    private final int followers;
    private final long segmentBytes;
    private boolean signing;
    private int count;

    private LedgerBench(Path directory, int writers, double seconds, int followers, long segmentBytes) {
        this.directory = directory;
        this.writers = writers;
        this.seconds = seconds;
        this.followers = followers;
        this.segmentBytes = segmentBytes;
    }

    /** Returns once one more record is durable. */
    @FunctionalInterface
    private interface Append {

        void run() throws InterruptedException, IOException;
    }

    /** What one measurement gave: records a second, and latencies in microseconds. */
    private record Figures(double rate, double median, double p99) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,9.0f rec/s  p50 %,7.0f us  p99 %,7.0f us", rate, median, p99);
        }
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory(Path.of(args.length > 0 ? args[0] : "target"), "ledger-bench");
        int writers = args.length > 1 ? Integer.parseInt(args[1]) : 64;
        double seconds = args.length > 2 ? Double.parseDouble(args[2]) : 3;
        int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 5;
        int followers = args.length > 4 ? Integer.parseInt(args[4]) : 0;
        long segmentBytes = args.length > 5 ? Long.parseLong(args[5]) << 20 : 512L << 20;
        try {
            LedgerBench bench = new LedgerBench(directory, writers, seconds, followers, segmentBytes);
            if (args.length > 6 && args[6].equals("signing")) {
                bench.runSigning(rounds);
            } else {
                bench.run(rounds);
            }
        } finally {
            delete(directory);
        }
    }

    private void run(int rounds) throws Exception {
        say(
                "%d writers, %d followers, %d bytes a record, Java %s",
                writers, followers, RECORD_BYTES, Runtime.version());
        bare();
        ledger();
        List<Double> ratios = new ArrayList<>();
        List<Double> latencies = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Figures first = bare();
            Figures one = ledger();
            Figures two = ledger();
            Figures last = bare();
            double bare = (first.rate() + last.rate()) / 2;
            ratios.add((one.rate() + two.rate()) / 2 / bare);
            latencies.add((one.median() + two.median()) / (first.median() + last.median()));
            say("round %d  bare   %s%n         bare   %s", round, first, last);
            say("         ledger %s%n         ledger %s", one, two);
            say("         rate ratio %.2f, latency ratio %.2f", last(ratios), last(latencies));
        }
        say("median rate ratio %.2f (%.2f to %.2f)", median(ratios), min(ratios), max(ratios));
        say("median latency ratio %.2f (%.2f to %.2f)", median(latencies), min(latencies), max(latencies));
    }

    /** The ledger with checkpoints over the ledger without: with, without, without, with. */
    private void runSigning(int rounds) throws Exception {
        ledger();
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            double[] rates = new double[4];
            for (int i = 0; i < 4; i++) {
                signing = i == 0 || i == 3;
                rates[i] = ledger().rate();
            }
            ratios.add((rates[0] + rates[3]) / (rates[1] + rates[2]));
            say("round %d  signing %,.0f %,.0f  not %,.0f %,.0f rec/s", round, rates[0], rates[3], rates[1], rates[2]);
        }
        say("median ratio signing over not %.3f (%.3f to %.3f)", median(ratios), min(ratios), max(ratios));
    }

    private Figures bare() throws Exception {
        try (BareFile subject = new BareFile(directory.resolve("bare"), RECORD_BYTES)) {
            return measure(writers == 1 ? subject::appendAlone : subject::append);
        }
    }

    private Figures ledger() throws Exception {
        Path home = directory.resolve("ledger-" + count++);
        try (RealLedger subject = new RealLedger(home, PAYLOAD_BYTES, segmentBytes)) {
            subject.warmUp();
            if (signing) {
                subject.sign(home.resolve("keys"));
            }
            for (int i = 0; i < followers; i++) {
                subject.ledger().follow("bench-" + i, 1, events -> {});
            }
            return measure(subject::append);
        } finally {
            delete(home);
        }
    }

    private Figures measure(Append subject) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            long end = System.nanoTime() + (long) (seconds * 1e9);
            List<Future<long[]>> results = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                results.add(threads.submit(() -> writer(subject, end)));
            }
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> result : results) {
                all.add(result.get());
            }
            return figures(all);
        } finally {
            threads.shutdown();
        }
    }

    /** Appends until the time is over; returns the number of appends, then sampled latencies in nanoseconds. */
    private long[] writer(Append subject, long end) throws InterruptedException, IOException {
        long[] result = new long[1 + SAMPLES / writers];
        long now = System.nanoTime();
        while (now < end) {
            subject.run();
            long later = System.nanoTime();
            result[1 + (int) (result[0]++ % (result.length - 1))] = later - now;
            now = later;
        }
        return result;
    }

    private Figures figures(List<long[]> all) {
        double appends = all.stream().mapToLong(result -> result[0]).sum();
        long[] sorted = all.stream()
                .flatMapToLong(result -> Arrays.stream(result, 1, (int) Math.min(result.length, result[0] + 1)))
                .sorted()
                .toArray();
        return new Figures(
                appends / seconds, sorted[sorted.length / 2] / 1e3, sorted[(int) (sorted.length * 0.99)] / 1e3);
    }

    private static double last(List<Double> values) {
        return values.get(values.size() - 1);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
    }

    private static double min(List<Double> values) {
        return values.stream().min(Comparator.naturalOrder()).orElse(Double.NaN);
    }

    private static double max(List<Double> values) {
        return values.stream().max(Comparator.naturalOrder()).orElse(Double.NaN);
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
