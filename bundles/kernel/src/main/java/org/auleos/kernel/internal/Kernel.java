package org.auleos.kernel.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.plan.Planner;
import org.auleos.api.platform.Threads;
import org.auleos.api.run.Runs;

/** A goal engine over the services it needs, wired without a framework. */
public final class Kernel {

    private final Conductor conductor;
    private final GoalEngine engine;
    private final List<LiveRun> unfinished;

    /**
     * How runs are carried out.
     *
     * @param durableSteps true when the end of every unit is on the disk before the next one begins; otherwise units that only
     *     look or compute run ahead of the disk, effects and the end of a run never
     * @param threads units under way at the same time, from 1
     * @param patience longest wait for the disk
     */
    public record Settings(boolean durableSteps, int threads, Duration patience) {}

    /** Folds the ledger; unfinished runs rest until {@link #resume}. */
    public Kernel(Crew crew, Planner planner, Ledger ledger, Threads threads, Clock clock, Settings settings) {
        RunLog log = new RunLog(ledger, clock);
        RunBook book = new RunBook();
        this.conductor = new Conductor(
                crew.skills(log),
                crew.scheduler(),
                threads.pool("kernel-run", settings.threads()),
                threads.timer("kernel-timer"),
                settings,
                run -> {
                    book.ended(run);
                    crew.toolbox().release(run.id());
                });
        this.engine = new GoalEngine(planner, log, book, new RunIds(clock), conductor, settings.patience());
        this.unfinished = engine.recover();
    }

    /** The goal engine. */
    public Runs runs() {
        return engine;
    }

    /** Takes up the runs that were unfinished at the start; to be called once. */
    public void resume() {
        engine.resume(unfinished);
    }

    /** The node stops: what is broken off from now on is no failure. To be called before the threads are interrupted. */
    public void stop() {
        conductor.stop();
    }
}
