package org.auleos.api.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.auleos.api.goal.Goal;
import org.auleos.api.ledger.Provenance;
import org.osgi.annotation.versioning.ProviderType;

/** The goal engine: takes goals, runs their plans, survives restarts. Thread-safe. */
@ProviderType
public interface Runs {

    /** Plans a goal and starts its run. The submission is durable when this returns. */
    Submission submit(Goal goal, Provenance by) throws InterruptedException;

    /** The run of that id. */
    Optional<RunView> run(String id);

    /** Newest first. */
    List<RunView> list(int limit);

    /** Asks for the end of a run, recorded; false when there is no such run or it is over. */
    boolean cancel(String id, String reason, Provenance by) throws InterruptedException;

    /**
     * Says how a unit of a held run goes on; recorded and durable when this returns, the run goes on.
     *
     * @throws RunException when there is no such run or unit, it does not wait for a person, or its answer is needed and
     *     missing
     */
    void resolve(String id, String unit, Resolution resolution, Provenance by) throws InterruptedException;

    /**
     * What taking a run back would mean; changes nothing, records nothing.
     *
     * @param to as in {@link UndoRequest}
     * @throws RunException when there is no such run or unit, or the run is going on
     */
    UndoPlan undoPlan(String id, String to, Provenance by);

    /**
     * Takes back what a run did, newest effect first. Recorded and durable when this returns, and going on: {@link #await}
     * waits for its end, a restart does not stop it. Nothing happens when nothing is left to take back.
     *
     * @return what is going to be taken back
     * @throws RunException when there is no such run or unit, the run is going on, or something cannot be taken back and the
     *     request does not say to leave it
     */
    UndoPlan undo(String id, UndoRequest request, Provenance by) throws InterruptedException;

    /**
     * Says that the effects of a failed run which is held to ask stay; recorded and durable when this returns.
     *
     * @throws RunException when there is no such run, or it is not held to ask
     */
    void keep(String id, String reason, Provenance by) throws InterruptedException;

    /** Waits until a run is over; empty when the limit passed first. */
    Optional<RunView> await(String id, Duration limit) throws InterruptedException;

    /** Why a run did what it did: plan, agents, tools and refusals, in order. */
    Optional<Why> why(String id);
}
