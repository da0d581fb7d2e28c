package org.auleos.kernel.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.run.RunEvent;
import org.auleos.api.run.RunState;
import org.auleos.api.run.UnitState;
import org.auleos.api.tool.Outcome;
import org.auleos.api.work.Scheduler;
import org.auleos.api.work.WorkUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries runs out. A chain of units stays on one thread; of units that can begin together, one stays and the others get
 * threads of the pool. No thread waits for another: whoever ends the last unit ends the run. Pauses between attempts are
 * timers, not waiting threads.
 */
final class Conductor {

    private static final Logger log = LoggerFactory.getLogger(Conductor.class);

    private final Skills skills;
    private final Scheduler scheduler;
    private final ExecutorService pool;
    private final ScheduledExecutorService timer;
    private final Kernel.Settings settings;
    private final Consumer<LiveRun> whenOver;
    private volatile boolean stopping;

    Conductor(
            Skills skills,
            Scheduler scheduler,
            ExecutorService pool,
            ScheduledExecutorService timer,
            Kernel.Settings settings,
            Consumer<LiveRun> whenOver) {
        this.skills = skills;
        this.scheduler = scheduler;
        this.pool = pool;
        this.timer = timer;
        this.settings = settings;
        this.whenOver = whenOver;
    }

    /** What a thread of the pool does for a run. */
    private interface Work {
        void run() throws InterruptedException;
    }

    /** The node stops: what is broken off from now on is no failure. To be called before the threads are interrupted. */
    void stop() {
        stopping = true;
    }

    /** For runs that are taken back. */
    Compensation compensation() {
        return skills.compensation();
    }

    /** Begins a run, or takes it up again, on a thread of the pool. */
    void start(LiveRun run) {
        hand(run, () -> {
            if (run.ahead().state() == RunState.UNDOING) {
                takeBack(run);
            } else {
                onwards(run);
            }
        });
    }

    /** The same for a run of a process before this one, or one that was over: it keeps the versions it began with. */
    void resume(LiveRun run) {
        skills.doubt().keepVersions(run);
        start(run);
    }

    /** Lets a run see that somebody cancelled it. */
    void nudge(LiveRun run) {
        wake(run);
        start(run);
    }

    private void wake(LiveRun run) {
        run.wake().forEach(unit -> hand(run, () -> carry(run, unit)));
    }

    private void hand(LiveRun run, Work work) {
        try {
            pool.execute(() -> guarded(run, work));
        } catch (RejectedExecutionException e) {
            log.info("run {} rests until the next start: the node stops", run.id());
        }
    }

    /** The boundary: what flies up to here must not take the thread's other runs with it. */
    private static void guarded(LiveRun run, Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            log.info("run {} rests until the next start: the node stops", run.id());
        } catch (LedgerException e) {
            log.error("run {} rests until the next start: the ledger does not take its records", run.id(), e);
        } catch (RuntimeException e) {
            log.error("run {} rests until the next start: a defect of the kernel", run.id(), e);
        }
    }

    private void carry(LiveRun run, WorkUnit unit) throws InterruptedException {
        attempt(run, unit);
        onwards(run);
    }

    private void onwards(LiveRun run) throws InterruptedException {
        List<WorkUnit> ready = run.claim();
        while (!ready.isEmpty()) {
            ready.subList(1, ready.size()).forEach(unit -> hand(run, () -> carry(run, unit)));
            attempt(run, ready.get(0));
            ready = run.claim();
        }
        if (run.mayFinish()) {
            finish(run);
        }
    }

    private void attempt(LiveRun run, WorkUnit unit) throws InterruptedException {
        Judgement judgement = judgement(run, unit);
        if (judgement instanceof Judgement.Again again) {
            retry(run, unit, again);
        } else if (judgement instanceof Judgement.Over over) {
            Receipt receipt = run.record(
                    new RunEvent.UnitFinished(unit.id(), over.state(), over.output(), over.problem()),
                    run.provenance(unit.id()),
                    over.problem().orElse(""));
            if (settings.durableSteps()) {
                run.reached(receipt.await(settings.patience()));
            }
        }
    }

    private Judgement judgement(LiveRun run, WorkUnit unit) throws InterruptedException {
        Optional<Judgement> settled = skills.attempt().inDoubt(run, unit)
                ? skills.doubt()
                        .settle(
                                run,
                                unit,
                                "the node stopped after " + unit.tool()
                                        + " was told to act and before it said how it went")
                : Optional.empty();
        if (settled.isPresent()) {
            return settled.get();
        }
        Outcome outcome = skills.attempt().make(run, unit);
        if (stopping && !(outcome instanceof Outcome.Done)) {
            throw new InterruptedException("broken off, to be taken up again after the next start");
        }
        if (outcome instanceof Outcome.TimedOut late && !skills.attempt().repeatable(run, unit)) {
            Outcome failed = new Outcome.Failed("timed_out", late.message() + "; it took no effect", true);
            return skills.doubt().settle(run, unit, late.message()).orElseGet(() -> judged(run, unit, failed));
        }
        return judged(run, unit, outcome);
    }

    private Judgement judged(LiveRun run, WorkUnit unit, Outcome outcome) {
        return Judgement.of(outcome, () -> skills.attempt().repeatable(run, unit), () -> pause(run, unit));
    }

    private Optional<Duration> pause(LiveRun run, WorkUnit unit) {
        return run.cancelled() ? Optional.empty() : scheduler.pause(unit.retry(), failures(run, unit) + 1);
    }

    private static int failures(LiveRun run, WorkUnit unit) {
        return run.unit(unit.id()).map(UnitFold::failures).orElse(0);
    }

    private void retry(LiveRun run, WorkUnit unit, Judgement.Again again) {
        long millis = again.pause().toMillis();
        run.record(
                new RunEvent.UnitRetried(unit.id(), failures(run, unit) + 1, again.problem(), millis),
                run.provenance(unit.id()),
                again.problem());
        run.pausing(unit.id(), timer.schedule(() -> hand(run, () -> carry(run, unit)), millis, TimeUnit.MILLISECONDS));
        if (run.cancelled()) {
            wake(run);
        }
    }

    private void finish(LiveRun run) throws InterruptedException {
        RunFold fold = run.ahead();
        RunEvent.Finished end = Ending.of(fold);
        for (UnitFold unit : fold.units()) {
            if (!unit.over() && end.state() != RunState.HELD) {
                String problem = Ending.whySkipped(fold);
                run.record(
                        new RunEvent.UnitFinished(
                                unit.unit().id(), UnitState.SKIPPED, Optional.empty(), Optional.of(problem)),
                        run.provenance(unit.unit().id()),
                        problem);
            }
        }
        RunEvent last = skills.compensation().afterFailure(run, end);
        Receipt receipt = run.record(last, run.provenance(""), end.problem().orElse("every unit it needs is done"));
        if (last instanceof RunEvent.UndoRequested) {
            run.reached(receipt.await(settings.patience()));
            takeBack(run);
        } else {
            over(run, receipt);
        }
    }

    private void takeBack(LiveRun run) throws InterruptedException {
        over(run, skills.compensation().carryOut(run));
    }

    private void over(LiveRun run, Receipt receipt) throws InterruptedException {
        run.reached(receipt.await(settings.patience()));
        whenOver.accept(run);
        run.ended();
    }
}
