package org.auleos.api.tool;

/**
 * Whether a recorded call took effect.
 *
 * @param why who found it, or why it cannot be told; the end of a sentence for a person
 */
public record ProbeAnswer(Finding finding, String why) {

    /** What was found. */
    public enum Finding {
        /** The effect of the call is there. */
        APPLIED,
        /** The effect is not there; the call may be made again with the same key. */
        NOT_APPLIED,
        /** It cannot be told; a person has to look. */
        UNKNOWN
    }

    /** Nobody can tell. */
    public static ProbeAnswer unknown(String why) {
        return new ProbeAnswer(Finding.UNKNOWN, why);
    }
}
