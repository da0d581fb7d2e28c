package org.auleos.api.tool;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The tools there are, and the one call path for every effect. Thread-safe. */
@ProviderType
public interface Toolbox {

    /**
     * Calls a tool on the caller's thread: pin a version, validate, permit, memento, intent durable, run with a deadline,
     * outcome recorded. Returns for PURE and READ tools when the outcome is queued for the disk and for the others when
     * it is durable; see {@link #settle}. Never throws for an expected outcome.
     */
    Outcome call(ToolCall call) throws InterruptedException;

    /** Waits until everything recorded for a run is durable; to be called before anything is acknowledged. */
    void settle(String run) throws InterruptedException;

    /**
     * Asks the version that made a recorded call, or the newest if that one is gone, whether it took effect; see
     * {@code Probe}. Recorded, durable when this returns. Changes nothing.
     */
    ProbeAnswer probe(ProbeCall probe) throws InterruptedException;

    /** Takes back a call of a run by its recorded memento; see {@code Reversible}. */
    Outcome undo(UndoCall undo) throws InterruptedException;

    /** Whether that call could be taken back, as far as can be told; changes nothing, records nothing. */
    Undoable undoable(UndoCall undo);

    /** The version of every tool new runs get, by name. */
    List<ToolDescription> tools();

    /** The version of a tool new runs get. */
    Optional<ToolDescription> tool(String name);

    /** The version of a tool a call of that run would use now; empty when the one it began with is gone. */
    Optional<ToolDescription> tool(String name, String run);

    /** Says, after a restart and before its first call, which versions a run began with: it uses these and no others. */
    void pin(String run, Collection<ToolPin> pins);

    /** Says that a run is over: its pins are released. */
    void release(String run);
}
