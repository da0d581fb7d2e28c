package org.auleos.kernel.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.run.Resolution;
import org.auleos.api.run.RunEvent;
import org.auleos.api.run.RunException;
import org.auleos.api.run.RunException.Code;

/** Opens runs again that were over, because a person asks for it. One at a time, by its lock. */
final class Reopening {

    private final ReentrantLock lock = new ReentrantLock();
    private final RunLog runLog;
    private final RunBook book;
    private final Conductor conductor;
    private final Duration patience;

    /** @param patience longest wait for the disk */
    Reopening(RunLog runLog, RunBook book, Conductor conductor, Duration patience) {
        this.runLog = runLog;
        this.book = book;
        this.conductor = conductor;
        this.patience = patience;
    }

    /** As {@code Runs.resolve} says. */
    void resolve(String id, String unit, Resolution resolution, Provenance by) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            RunFold fold = resting(id);
            check(fold, unit, resolution);
            open(
                    fold,
                    new RunEvent.UnitResolved(unit, resolution),
                    by.withRun(id).withUnit(unit),
                    resolution.reason());
        } finally {
            lock.unlock();
        }
    }

    private RunFold resting(String id) {
        RunFold fold = Replay.of(runLog.ledger(), id)
                .orElseThrow(() -> new RunException(
                        Code.NOT_FOUND, "no run \"" + id + "\"; aule run list lists them, newest first"));
        if (book.live(id).isPresent() || !fold.state().over()) {
            throw new RunException(
                    Code.CONFLICT,
                    "run " + id + " is going on; wait for its end, or ask for it: aule run cancel " + id);
        }
        return fold;
    }

    private static void check(RunFold fold, String name, Resolution resolution) {
        UnitFold unit = fold.unit(name)
                .orElseThrow(() -> new RunException(
                        Code.NOT_FOUND,
                        "run " + fold.id() + " has no unit \"" + name + "\"; aule run show " + fold.id()
                                + " lists them"));
        if (!unit.state().waitsForPerson()) {
            throw new RunException(
                    Code.CONFLICT,
                    "unit " + name + " of run " + fold.id() + " is "
                            + unit.state().name().toLowerCase(Locale.ROOT)
                            + "; only one that is unknown or held waits for a person");
        }
        List<String> readers = new Graph(fold.plan()).readers(name);
        if (resolution.applied() && resolution.output().isEmpty() && !readers.isEmpty()) {
            throw new RunException(
                    Code.INVALID,
                    "the answer of " + name + " is read by " + String.join(" and ", readers)
                            + "; say what it is: --output JSON");
        }
    }

    /** The event is durable before the run goes on. */
    private void open(RunFold fold, RunEvent event, Provenance by, String why) throws InterruptedException {
        LiveRun run = new LiveRun(fold, runLog);
        run.reached(run.record(event, by, why).await(patience));
        book.began(run);
        conductor.resume(run);
    }
}
