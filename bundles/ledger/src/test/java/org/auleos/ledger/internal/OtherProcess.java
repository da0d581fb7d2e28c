package org.auleos.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.auleos.ledger.internal.journal.DirectoryDisk;
import org.auleos.ledger.internal.journal.FileJournal;

/** A second process for {@link ProcessesTest}: appends to a ledger and prints each sequence once it is durable. */
final class OtherProcess {

    private OtherProcess() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        TestThreads threads = new TestThreads();
        var settings = new FileJournal.Settings("n1", 1, 64 << 10);
        FileJournal journal = FileJournal.open(DirectoryDisk.open(Path.of(args[0])), settings, Runnable::run);
        var ledger = new ChainedLedger(journal, "n1", 1, threads, Clock.systemUTC());
        while (true) {
            long sequence = ledger.append(LedgerContract.draft("t", "r", "{}")).await(Duration.ofSeconds(20));
            out.println(sequence);
        }
    }
}
