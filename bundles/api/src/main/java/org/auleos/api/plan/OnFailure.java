package org.auleos.api.plan;

/** What becomes of the effects of a run that failed. */
public enum OnFailure {
    /** They are taken back, newest first. */
    UNDO,
    /** They stay. */
    KEEP,
    /** They stay until a person says whether to take them back; the run is held. */
    ASK
}
