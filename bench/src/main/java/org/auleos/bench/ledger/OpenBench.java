package org.auleos.bench.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.auleos.api.ledger.Head;
import org.auleos.ledger.internal.journal.DirectoryDisk;
import org.auleos.ledger.internal.journal.FileJournal;
import org.auleos.ledger.internal.proof.Checkpoints;
import org.auleos.ledger.internal.proof.JournalEvidence;
import org.auleos.ledger.internal.proof.KeyFolder;
import org.auleos.ledger.internal.proof.Witness;

/**
 * How long a ledger of many events takes to open, to sign and to prove. Arguments: directory, events, payload bytes.
 */
public final class OpenBench {

    private static final long SEGMENT_BYTES = 64L << 20;

    private final Path home;

    private OpenBench(Path home) {
        this.home = home;
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory(Path.of(args.length > 0 ? args[0] : "target"), "open-bench");
        long events = args.length > 1 ? Long.parseLong(args[1]) : 1_000_000;
        int payload = args.length > 2 ? Integer.parseInt(args[2]) : 256;
        try {
            new OpenBench(home).run(events, payload);
        } finally {
            try (Stream<Path> all = Files.walk(home)) {
                for (Path path :
                        all.sorted((left, right) -> right.compareTo(left)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Something that is timed. */
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private static void timed(String what, Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        report(what, start);
    }

    private static void report(String what, long start) {
        System.out.printf(Locale.ROOT, "%-52s %,10.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }

    private void run(long events, int payload) throws Exception {
        timed("write " + events + " events", () -> {
            try (RealLedger ledger = new RealLedger(home.resolve("ledger"), payload, SEGMENT_BYTES)) {
                ledger.fill(events);
            }
        });
        open("open, no tree yet", evidence -> timed("build the tree, sign", evidence::checkpoint));
        open("open with tree, checkpoint and witness", evidence -> {
            timed("a checkpoint when nothing is new", evidence::checkpoint);
            timed("the first inclusion proof", () -> evidence.inclusion(events / 3));
            timed("100 inclusion proofs", () -> {
                for (int i = 1; i <= 100; i++) {
                    evidence.inclusion(i * (events / 101));
                }
            });
            timed("a consistency proof", () -> evidence.consistency(events / 3, 0));
            timed("compare with all checkpoints, tree computed anew", () -> evidence.compare(""));
        });
    }

    /** Uses an open ledger. */
    @FunctionalInterface
    private interface Use {
        void with(JournalEvidence evidence) throws Exception;
    }

    private void open(String what, Use use) throws Exception {
        long start = System.nanoTime();
        DirectoryDisk disk = DirectoryDisk.open(home.resolve("ledger"));
        var settings = new FileJournal.Settings("bench", 1, SEGMENT_BYTES);
        try (FileJournal journal = FileJournal.open(disk, settings, Runnable::run);
                Checkpoints checkpoints = checkpoints(journal, disk)) {
            report(what, start);
            use.with(new JournalEvidence(journal, checkpoints, journal::last));
        }
    }

    private Checkpoints checkpoints(FileJournal journal, DirectoryDisk disk) throws IOException {
        var places = new Checkpoints.Places(
                KeyFolder.open(home.resolve("keys"), "bench"), Optional.of(new Witness(home.resolve("witness"))));
        return new Checkpoints(
                journal,
                disk,
                new Checkpoints.Settings("bench", 100_000, Duration.ofSeconds(10)),
                places,
                () -> new Head("bench", 1, journal.last(), journal.link()),
                Clock.systemUTC());
    }
}
