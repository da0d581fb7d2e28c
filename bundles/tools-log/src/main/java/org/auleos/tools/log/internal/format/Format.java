package org.auleos.tools.log.internal.format;

/** One way in which the lines of a log are written. Confined to one thread. */
interface Format {

    /** Returns the name shown to people, for example {@code "syslog"}. */
    String name();

    /** Reads the head of a line into a cleared head; false when the line is not written this way. */
    boolean read(String line, Head head);
}
