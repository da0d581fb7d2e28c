package org.auleos.api.run;

/** Where a unit of a run is. */
public enum UnitState {
    /** Its predecessors are not done yet. */
    WAITING,
    /** An attempt runs, or the next one is due. */
    RUNNING,
    /** Done. */
    DONE,
    /** Failed for good. */
    FAILED,
    /** Not run: a predecessor failed or the run was cancelled. */
    SKIPPED,
    /** Its effect is not known; a person has to look. */
    UNKNOWN,
    /** Nothing was done, and it cannot go on without a person; its problem says why. */
    HELD,
    /** It was done, and its effect was taken back. */
    UNDONE;

    /** True when a person has to say how it goes on. */
    public boolean waitsForPerson() {
        return this == UNKNOWN || this == HELD;
    }
}
