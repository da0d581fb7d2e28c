package org.auleos.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import org.auleos.api.goal.Goal;
import org.auleos.api.ledger.Origin;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.plan.OnFailure;
import org.auleos.api.plan.Plan;
import org.auleos.api.plan.Planner;
import org.auleos.api.plan.Planning;
import org.auleos.api.run.RunView;
import org.auleos.api.run.Submission;
import org.auleos.api.work.Retry;
import org.auleos.api.work.Scheduler;
import org.auleos.api.work.Weight;
import org.auleos.api.work.WorkUnit;
import org.auleos.json.Json;

/** A kernel over a ledger and a world, with the plans a test gives it. */
final class Node implements AutoCloseable {

    static final Provenance ANN = Provenance.person("ann", new Origin("cli", ""));

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<LiveRun> unfinished;
    private final GoalEngine engine;

    Node(MemoryLedger ledger, World world, boolean durableSteps, Plan... plans) {
        RunLog log = new RunLog(ledger, Clock.systemUTC());
        RunBook book = new RunBook();
        Conductor conductor = new Conductor(
                new Skills(
                        new Attempt(world, new Free(), world),
                        new Doubt(world, ledger),
                        new Compensation(world, log),
                        world.people),
                new Free(),
                pool,
                timer,
                new Kernel.Settings(durableSteps, 64, PATIENCE),
                run -> {
                    book.ended(run);
                    world.release(run.id());
                });
        this.engine = new GoalEngine(
                new Scripted(List.of(plans)), log, book, new RunIds(Clock.systemUTC()), conductor, PATIENCE);
        this.unfinished = engine.recover();
    }

    GoalEngine engine() {
        return engine;
    }

    /** Takes up what was unfinished at the start; their ids. */
    List<String> resume() {
        List<String> ids = unfinished.stream().map(LiveRun::id).toList();
        engine.resume(unfinished);
        return ids;
    }

    String submit(String text) throws InterruptedException {
        Submission submission = engine.submit(new Goal(text, Json.empty(), Set.of()), ANN);
        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        return ((Submission.Accepted) submission).run();
    }

    RunView end(String run) throws InterruptedException {
        Optional<RunView> view = engine.await(run, PATIENCE);
        assertThat(view).as("the end of %s", run).isPresent();
        return view.orElseThrow();
    }

    RunView run(String text) throws InterruptedException {
        return end(submit(text));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        pool.shutdownNow();
    }

    static WorkUnit unit(String id, String tool, Json.Obj input, String... after) {
        return new WorkUnit(
                id,
                "Do " + id,
                "any",
                tool,
                input,
                Set.of(after),
                false,
                Weight.LIGHT,
                5,
                Duration.ofSeconds(30),
                Retry.NEVER);
    }

    static WorkUnit unit(String id, String tool, String... after) {
        return unit(id, tool, Json.empty(), after);
    }

    static WorkUnit optional(WorkUnit unit) {
        return new WorkUnit(
                unit.id(),
                unit.title(),
                unit.role(),
                unit.tool(),
                unit.input(),
                unit.after(),
                true,
                unit.weight(),
                unit.priority(),
                unit.timeout(),
                unit.retry());
    }

    static WorkUnit retrying(WorkUnit unit, int attempts, Duration pause) {
        return new WorkUnit(
                unit.id(),
                unit.title(),
                unit.role(),
                unit.tool(),
                unit.input(),
                unit.after(),
                unit.optional(),
                unit.weight(),
                unit.priority(),
                unit.timeout(),
                new Retry(attempts, pause, pause));
    }

    static Plan plan(String name, WorkUnit... units) {
        return new Plan(name, "1.0.0", name, List.of(units), Set.of(), units[units.length - 1].id());
    }

    static Plan onFailure(Plan plan, OnFailure policy) {
        return new Plan(
                plan.name(),
                plan.version(),
                plan.title(),
                plan.units(),
                plan.grants(),
                plan.result(),
                Optional.of(policy));
    }

    /** Plans by name. */
    private record Scripted(List<Plan> plans) implements Planner {

        @Override
        public Planning plan(Goal goal) {
            return plans.stream()
                    .filter(plan -> plan.name().equals(goal.text()))
                    .findFirst()
                    .<Planning>map(plan -> new Planning.Planned(plan, "it has that name", List.of()))
                    .orElseGet(() -> new Planning.Refused("no plan for " + goal.text(), List.of()));
        }

        @Override
        public List<Known> known() {
            return List.of();
        }
    }

    /** A scheduler with room for everything, whose pauses are the longest allowed. */
    private static final class Free implements Scheduler {

        @Override
        public Optional<Slot> acquire(
                String agent, int agentLimit, Weight weight, int priority, BooleanSupplier cancelled) {
            return cancelled.getAsBoolean() ? Optional.empty() : Optional.of(() -> {});
        }

        @Override
        public Optional<Duration> pause(Retry retry, int failedAttempts) {
            return failedAttempts < retry.attempts() ? Optional.of(retry.first()) : Optional.empty();
        }

        @Override
        public Load load() {
            return new Load(Weight.LIGHT, Weight.LIGHT, 0, 0);
        }
    }
}
