package org.auleos.kernel.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.auleos.api.goal.Goal;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.ledger.Query;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.plan.Planner;
import org.auleos.api.plan.Planning;
import org.auleos.api.run.Resolution;
import org.auleos.api.run.RunEvent;
import org.auleos.api.run.RunView;
import org.auleos.api.run.Runs;
import org.auleos.api.run.Submission;
import org.auleos.api.run.UndoPlan;
import org.auleos.api.run.UndoRequest;
import org.auleos.api.run.UnitState;
import org.auleos.api.run.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The goal engine: plans goals, starts their runs, and takes unfinished ones up after a restart. */
final class GoalEngine implements Runs {

    private static final Logger log = LoggerFactory.getLogger(GoalEngine.class);

    private final Planner planner;
    private final RunLog runLog;
    private final RunBook book;
    private final RunIds ids;
    private final Conductor conductor;
    private final Reopening reopening;
    private final Duration patience;

    /** @param patience longest wait for the disk */
    GoalEngine(Planner planner, RunLog runLog, RunBook book, RunIds ids, Conductor conductor, Duration patience) {
        this.planner = planner;
        this.runLog = runLog;
        this.book = book;
        this.ids = ids;
        this.conductor = conductor;
        this.reopening = new Reopening(runLog, book, conductor, patience);
        this.patience = patience;
    }

    /** Folds the ledger and answers the runs that are not over, for {@link #resume}. To be called once, before all else. */
    List<LiveRun> recover() {
        List<LiveRun> unfinished = new Recovery(runLog.ledger(), book, ids)
                .unfinished().stream().map(fold -> new LiveRun(fold, runLog)).toList();
        unfinished.forEach(book::began);
        return unfinished;
    }

    /** Takes up the runs that {@link #recover} found, once their tools are there. */
    void resume(List<LiveRun> unfinished) {
        for (LiveRun run : unfinished) {
            RunFold fold = run.ahead();
            int left = (int) fold.units().stream().filter(unit -> !unit.over()).count();
            int done = (int) fold.units().stream()
                    .filter(unit -> unit.state() == UnitState.DONE)
                    .count();
            run.record(new RunEvent.Resumed(done, left), run.provenance(""), "the node was restarted");
            log.info("run {} goes on: {} units done, {} left", fold.id(), done, left);
            conductor.resume(run);
        }
    }

    @Override
    public Submission submit(Goal goal, Provenance by) throws InterruptedException {
        Planning planning = planner.plan(goal);
        if (planning instanceof Planning.Planned planned) {
            return accept(goal, planned, by);
        }
        Planning.Refused refused = (Planning.Refused) planning;
        runLog.append(new RunEvent.Refused(goal, refused.closest()), by, refused.why())
                .await(patience);
        return new Submission.Refused(refused.why(), refused.closest());
    }

    private Submission accept(Goal goal, Planning.Planned planned, Provenance by) throws InterruptedException {
        String id = ids.next();
        Provenance provenance = by.withRun(id).withUnit("");
        RunEvent.Submitted event = new RunEvent.Submitted(goal, planned.plan(), planned.considered());
        Receipt receipt = runLog.append(event, provenance, planned.why());
        RunFold.Stamp at =
                new RunFold.Stamp(receipt.await(patience), runLog.clock().instant());
        LiveRun run = new LiveRun(RunFold.of(id, event, provenance, planned.why(), at), runLog);
        book.began(run);
        conductor.start(run);
        return new Submission.Accepted(id);
    }

    @Override
    public Optional<RunView> run(String id) {
        return book.whole(id).or(() -> Replay.of(runLog.ledger(), id).map(RunFold::view));
    }

    @Override
    public List<RunView> list(int limit) {
        return book.newest(limit);
    }

    @Override
    public boolean cancel(String id, String reason, Provenance by) throws InterruptedException {
        Optional<LiveRun> run = book.live(id);
        Optional<Receipt> receipt =
                run.flatMap(it -> it.cancel(reason, by.withRun(id).withUnit("")));
        if (run.isEmpty() || receipt.isEmpty()) {
            return false;
        }
        conductor.nudge(run.get());
        receipt.get().await(patience);
        return true;
    }

    @Override
    public void resolve(String id, String unit, Resolution resolution, Provenance by) throws InterruptedException {
        reopening.resolve(id, unit, resolution, by);
    }

    @Override
    public UndoPlan undoPlan(String id, String to, Provenance by) {
        return reopening.undoPlan(id, to, by);
    }

    @Override
    public UndoPlan undo(String id, UndoRequest request, Provenance by) throws InterruptedException {
        return reopening.undo(id, request, by);
    }

    @Override
    public void keep(String id, String reason, Provenance by) throws InterruptedException {
        reopening.keep(id, reason, by);
    }

    @Override
    public Optional<RunView> await(String id, Duration limit) throws InterruptedException {
        Optional<LiveRun> live = book.live(id);
        if (live.isEmpty()) {
            return run(id).filter(view -> view.state().over());
        }
        return live.get().awaitEnd(limit) ? Optional.of(live.get().durable().view()) : Optional.empty();
    }

    @Override
    public Optional<Why> why(String id) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Explanation explanation = new Explanation();
        runLog.ledger().read(Query.run(id), explanation::on);
        return explanation.tree();
    }
}
