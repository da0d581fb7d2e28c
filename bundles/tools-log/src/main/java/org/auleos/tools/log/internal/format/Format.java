package org.auleos.tools.log.internal.format;

/** One way in which the lines of a log are written. Confined to one thread. */
interface Format {

    /** Returns the name shown to people, for example {@code "syslog"}. */
    String name();

    /** Returns how much a line must show to be written this way: the more, the less it is so by accident. */
    default int parts() {
        return Integer.MAX_VALUE;
    }

    /** Reads the head of a line into a cleared head; false when the line is not written this way. */
    boolean read(String line, Head head);
}
