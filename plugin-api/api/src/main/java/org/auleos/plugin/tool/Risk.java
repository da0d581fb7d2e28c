package org.auleos.plugin.tool;

/** How much harm a wrong call can do; policy may ask a person from a level on. */
public enum Risk {
    /** Looks only, or computes. */
    NONE,
    /** Changes something that undo restores. */
    LOW,
    /** Changes something a person would have to repair by hand. */
    MEDIUM,
    /** May interrupt a service or lose data. */
    HIGH
}
