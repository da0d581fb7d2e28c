package org.auleos.api.ledger;

/**
 * Whether the ledger takes records.
 *
 * @param sentence what is wrong and what to do, or empty
 */
public record Health(State state, String sentence) {

    /** Nothing is wrong. */
    public static final Health GOOD = new Health(State.OK, "");

    /** What the ledger does with a record. */
    public enum State {
        /** Takes it. */
        OK,
        /** Refuses it until there is space. */
        FULL,
        /** Refuses it until an operator has repaired the disk and restarted the node. */
        FAILED
    }
}
