package org.auleos.api.run;

/** How the taking back of one effect ended. */
public enum StepEnd {
    /** The state before the effect stands again. */
    COMPENSATED,
    /** There is no way to take it back; it stays. */
    NOT_COMPENSABLE,
    /** Somebody else changed the thing meanwhile; nothing was overwritten. */
    CHANGED,
    /** It was tried and failed; whether anything was taken back is not known. */
    FAILED
}
