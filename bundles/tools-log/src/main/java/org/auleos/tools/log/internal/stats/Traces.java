package org.auleos.tools.log.internal.stats;

/** Tells whether continuation lines are the trace of an exception. */
final class Traces {

    private Traces() {}

    /** Whether lines of the form {@code at place(file:line)} or {@code File "name", line n} are among them. */
    static boolean isIn(String detail) {
        return !detail.isEmpty()
                && (detail.contains("\tat ")
                        || detail.contains("    at ")
                        || detail.contains("\nat ")
                        || detail.contains("Traceback (most recent call last)")
                        || detail.contains("  File \""));
    }
}
