package org.auleos.toolbox.internal;

/** Why the platform interrupted a call. */
enum Interruption {
    /** It did not. */
    NONE,
    /** The time was up. */
    DEADLINE,
    /** Nobody wants the answer any more. */
    CANCELLED
}
