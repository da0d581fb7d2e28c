package org.auleos.api.run;

import java.util.List;
import java.util.Optional;
import org.auleos.api.goal.Goal;
import org.auleos.api.plan.Plan;
import org.auleos.api.plan.Planning;
import org.auleos.json.Json;
import org.auleos.json.Named;

/** What the ledger knows about runs; a run's state is the fold over these. */
public sealed interface RunEvent {

    /** True for an event after which a run that was over goes on. */
    default boolean opensAgain() {
        return this instanceof UnitResolved || this instanceof UndoRequested;
    }

    /** True for an event after which a run is over. */
    default boolean ends() {
        return this instanceof Finished || this instanceof UndoFinished || this instanceof Kept;
    }

    /** A goal was accepted and planned; durable before the caller learns the run's id. */
    @Named("run.submitted")
    record Submitted(Goal goal, Plan plan, List<Planning.Candidate> considered) implements RunEvent {}

    /** A goal was refused. */
    @Named("run.refused")
    record Refused(Goal goal, List<Planning.Candidate> closest) implements RunEvent {}

    /** An attempt at a unit begins. */
    @Named("run.unit.started")
    record UnitStarted(String unit, String role, String tool, int attempt) implements RunEvent {}

    /**
     * How far a unit is.
     *
     * @param fraction 0 to 1, or negative when it cannot be told
     */
    @Named("run.unit.progressed")
    record UnitProgressed(String unit, double fraction, String message) implements RunEvent {}

    /** An attempt failed and another one will follow. */
    @Named("run.unit.retried")
    record UnitRetried(String unit, int failedAttempts, String problem, long pauseMillis) implements RunEvent {}

    /**
     * A unit is over.
     *
     * @param state done, failed, skipped, unknown or held
     * @param problem the sentence for a person, unless done
     */
    @Named("run.unit.finished")
    record UnitFinished(String unit, UnitState state, Optional<Json> output, Optional<String> problem)
            implements RunEvent {}

    /** A person said how a unit that waited for one goes on; the run, which was held, goes on. */
    @Named("run.unit.resolved")
    record UnitResolved(String unit, Resolution resolution) implements RunEvent {}

    /** Somebody, or the plan, asked to take back what the run did; durable before anything is touched. */
    @Named("run.undo.requested")
    record UndoRequested(UndoRequest request) implements RunEvent {}

    /**
     * How the taking back of one effect ended.
     *
     * @param unit whose effect it was, or empty
     * @param intent sequence of the event that announced the effect
     * @param problem the sentence for a person, unless compensated
     */
    @Named("run.undo.step")
    record UndoStep(String unit, long intent, StepEnd end, Optional<String> problem) implements RunEvent {}

    /**
     * The taking back is over.
     *
     * @param state undone, or held when a person has to look
     * @param problem the sentence for a person: what stays, or why it is held
     */
    @Named("run.undo.finished")
    record UndoFinished(RunState state, Optional<String> problem) implements RunEvent {}

    /** A person said that the effects of a failed run, which was held to ask, stay; it is over. */
    @Named("run.kept")
    record Kept(String reason) implements RunEvent {}

    /** Somebody asked for the end of a run. */
    @Named("run.cancel.requested")
    record CancelRequested(String reason) implements RunEvent {}

    /** A node took a run up again after a restart. */
    @Named("run.resumed")
    record Resumed(int unitsDone, int unitsLeft) implements RunEvent {}

    /** A run is over. */
    @Named("run.finished")
    record Finished(RunState state, Optional<Json> result, Optional<String> problem) implements RunEvent {}
}
