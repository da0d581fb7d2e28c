package org.auleos.kernel.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.run.Resolution;
import org.auleos.api.run.RunEvent;
import org.auleos.api.run.RunException;
import org.auleos.api.run.RunException.Code;
import org.auleos.api.run.RunState;
import org.auleos.api.run.UndoPlan;
import org.auleos.api.run.UndoRequest;
import org.auleos.api.run.UnitState;

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

    /** As {@code Runs.undoPlan} says. */
    UndoPlan undoPlan(String id, String to, Provenance by) {
        return plan(resting(id), to, by);
    }

    private UndoPlan plan(RunFold fold, String to, Provenance by) {
        if (!to.isEmpty()) {
            unit(fold, to);
        }
        return conductor.compensation().plan(fold, to, by);
    }

    /** As {@code Runs.undo} says. */
    UndoPlan undo(String id, UndoRequest request, Provenance by) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            RunFold fold = resting(id);
            UndoPlan plan = plan(fold, request.to(), by);
            if (!plan.whole() && !request.partly()) {
                throw new RunException(Code.CONFLICT, notWhole(plan));
            }
            if (left(fold, plan)) {
                open(fold, new RunEvent.UndoRequested(request), by.withRun(id).withUnit(""), request.reason());
            }
            return plan;
        } finally {
            lock.unlock();
        }
    }

    /** True unless everything that can be taken back was, so that asking again would change nothing. */
    private static boolean left(RunFold fold, UndoPlan plan) {
        return plan.steps().stream().anyMatch(step -> step.undoable() || fold.state() != RunState.UNDONE);
    }

    /** As {@code Runs.keep} says. */
    void keep(String id, String reason, Provenance by) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            RunFold fold = resting(id);
            if (!fold.asksWhetherToUndo()) {
                throw new RunException(
                        Code.CONFLICT,
                        "run " + id + " is " + fold.state().name().toLowerCase(Locale.ROOT)
                                + "; only a failed run that is held to ask whether its effects stay can be kept");
            }
            book.ended(recorded(fold, new RunEvent.Kept(reason), by.withRun(id).withUnit(""), reason));
        } finally {
            lock.unlock();
        }
    }

    private static String notWhole(UndoPlan plan) {
        String stays = plan.steps().stream()
                .filter(step -> !step.undoable())
                .map(step -> step.unit() + " (" + step.why() + ")")
                .collect(Collectors.joining(", "));
        return "not everything run " + plan.run() + " did can be taken back: " + stays
                + "; leave that as it is and take back the rest: aule run undo " + plan.run() + " --partly";
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
        UnitFold unit = unit(fold, name);
        if (!unit.state().waitsForPerson()) {
            throw new RunException(
                    Code.CONFLICT,
                    "unit " + name + " of run " + fold.id() + " is "
                            + unit.state().name().toLowerCase(Locale.ROOT)
                            + "; only one that is unknown or held waits for a person");
        }
        if (fold.units().stream().anyMatch(it -> it.state() == UnitState.UNDONE)) {
            throw new RunException(
                    Code.CONFLICT,
                    "run " + fold.id() + " is being taken back; it does not go on: aule run undo " + fold.id());
        }
        List<String> readers = new Graph(fold.plan()).readers(name);
        if (resolution.applied() && resolution.output().isEmpty() && !readers.isEmpty()) {
            throw new RunException(
                    Code.INVALID,
                    "the answer of " + name + " is read by " + String.join(" and ", readers)
                            + "; say what it is: --output JSON");
        }
    }

    private static UnitFold unit(RunFold fold, String name) {
        return fold.unit(name)
                .orElseThrow(() -> new RunException(
                        Code.NOT_FOUND,
                        "run " + fold.id() + " has no unit \"" + name + "\"; aule run show " + fold.id()
                                + " lists them"));
    }

    /** The event is durable before the run goes on. */
    private void open(RunFold fold, RunEvent event, Provenance by, String why) throws InterruptedException {
        LiveRun run = recorded(fold, event, by, why);
        book.began(run);
        conductor.resume(run);
    }

    private LiveRun recorded(RunFold fold, RunEvent event, Provenance by, String why) throws InterruptedException {
        LiveRun run = new LiveRun(fold, runLog);
        run.reached(run.record(event, by, why).await(patience));
        return run;
    }
}
