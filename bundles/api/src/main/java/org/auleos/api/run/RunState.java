package org.auleos.api.run;

/** Where a run is. */
public enum RunState {
    /** Accepted, its plan recorded, not started. */
    PLANNED,
    /** Units are running or wait to. */
    RUNNING,
    /** Every unit that is not optional is done. */
    DONE,
    /** A unit that is not optional failed. */
    FAILED,
    /** Somebody cancelled it. */
    CANCELLED,
    /** It cannot go on without a person, who has to look; its problem says why. */
    HELD,
    /** What it did is being taken back. */
    UNDOING,
    /** What it did was taken back, as far as it was asked for. */
    UNDONE;

    /** True when nothing will happen any more unless a person acts. */
    public boolean over() {
        return this != PLANNED && this != RUNNING && this != UNDOING;
    }
}
