package org.auleos.bench.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.platform.Threads;
import org.auleos.ledger.internal.ChainedLedger;
import org.auleos.ledger.internal.journal.DirectoryDisk;
import org.auleos.ledger.internal.journal.FileJournal;
import org.auleos.ledger.internal.proof.Checkpoints;
import org.auleos.ledger.internal.proof.KeyFolder;
import org.jspecify.annotations.Nullable;

/** The product's ledger as its component puts it together. */
final class RealLedger implements Closeable, Threads {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** So many appends fill the small first segment, so that a measurement begins in one of full length. */
    private static final int WARM_UP_BYTES = 5 << 20;

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final DirectoryDisk disk;
    private final FileJournal journal;
    private final ChainedLedger ledger;
    private final Draft draft;
    private @Nullable Checkpoints checkpoints;
    private @Nullable ScheduledFuture<?> signing;

    /** @param segmentBytes a large one keeps preallocation out of the measurement */
    RealLedger(Path directory, int payloadBytes, long segmentBytes) throws IOException {
        var settings = new FileJournal.Settings("bench", 1, segmentBytes);
        disk = DirectoryDisk.open(directory);
        journal = FileJournal.open(disk, settings, background);
        ledger = new ChainedLedger(journal, "bench", 1, this, Clock.systemUTC());
        var from = Provenance.KERNEL.withRun("run-00000001").withUnit("unit-01").withActor("agent:monitor");
        draft = new Draft("tool.called", 1, from, "the plan asks for it", new byte[payloadBytes]);
    }

    /** Writes until the second segment is in use. */
    void warmUp() throws InterruptedException {
        Receipt last = ledger.append(draft);
        for (int bytes = 0; bytes < WARM_UP_BYTES; bytes += draft.payload().length) {
            last = ledger.append(draft);
        }
        last.await(LIMIT);
    }

    /** Appends so many, a thousand at a time. */
    void fill(long events) throws InterruptedException {
        Receipt last = ledger.append(draft);
        for (long i = 2; i <= events; i++) {
            last = ledger.append(draft);
            if (i % 1_000 == 0) {
                last.await(LIMIT);
            }
        }
        last.await(LIMIT);
    }

    /** From now on signs checkpoints as the product does. */
    void sign(Path keys) throws IOException {
        var due = new Checkpoints.Settings("bench", 100_000, Duration.ofSeconds(10));
        var places = new Checkpoints.Places(KeyFolder.open(keys, "bench"), Optional.empty());
        checkpoints = new Checkpoints(journal, disk, due, places, ledger::head, Clock.systemUTC());
        signing = timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            Objects.requireNonNull(checkpoints).tick();
        } catch (IOException e) {
            throw new UncheckedIOException("no checkpoint can be made", e);
        }
    }

    Ledger ledger() {
        return ledger;
    }

    /** Returns once one more record is durable. */
    void append() throws InterruptedException {
        ledger.append(draft).await(LIMIT);
    }

    @Override
    public ExecutorService pool(String name, int limit) {
        return background;
    }

    @Override
    public ScheduledExecutorService timer(String name) {
        throw new UnsupportedOperationException("the ledger itself uses no timer");
    }

    @Override
    public Thread loop(String name, Runnable loop) {
        Thread thread = new Thread(loop, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() throws IOException {
        if (signing != null) {
            signing.cancel(false);
        }
        timer.shutdown();
        ledger.close();
        try (journal) {
            if (checkpoints != null) {
                checkpoints.close();
            }
        }
        background.shutdown();
    }
}
