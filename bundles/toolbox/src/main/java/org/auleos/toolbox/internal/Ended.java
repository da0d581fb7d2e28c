package org.auleos.toolbox.internal;

/** How a piece of a tool's code ended. */
sealed interface Ended<T> {

    /** It returned. */
    record Returned<T>(T value) implements Ended<T> {}

    /** It threw. */
    record Threw<T>(Throwable problem, Interruption interruption) implements Ended<T> {}

    /** It ignores its interrupt and was given up; it may be running still. */
    record Abandoned<T>(Interruption interruption) implements Ended<T> {}

    /** It never began, as no thread was free in time. */
    record NotBegun<T>(Interruption interruption) implements Ended<T> {}
}
