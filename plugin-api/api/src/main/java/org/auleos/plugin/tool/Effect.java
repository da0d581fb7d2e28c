package org.auleos.plugin.tool;

/** What a call does to the world; decides when it must wait for the disk and whether replay may run it again. */
public enum Effect {
    /** A function of its input alone. */
    PURE,
    /** Observes the world; its answer is recorded and never asked for again in replay. */
    READ,
    /** Changes the world; calling it again with the same key changes nothing more. */
    IDEMPOTENT,
    /** Changes the world each time it is called. */
    EFFECT
}
