package org.auleos.plugin.tool;

/** How an undo ended. */
public sealed interface Undone {

    /** The state before the call stands again. */
    record Restored() implements Undone {}

    /**
     * Somebody else changed the thing since the call, so that restoring would destroy their work; nothing was touched.
     *
     * @param what what was found and what was expected, for a person to decide
     */
    record Changed(String what) implements Undone {}

    /** Shorthand for {@link Restored}. */
    static Undone restored() {
        return new Restored();
    }

    /** Shorthand for {@link Changed}. */
    static Undone changed(String what) {
        return new Changed(what);
    }
}
