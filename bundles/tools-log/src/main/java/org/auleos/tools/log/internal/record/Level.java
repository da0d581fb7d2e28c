package org.auleos.tools.log.internal.record;

/** How bad a record says it is, worst last; {@link #UNKNOWN} when its format carries no level. */
public enum Level {
    UNKNOWN,
    TRACE,
    DEBUG,
    INFO,
    NOTICE,
    WARNING,
    ERROR,
    CRITICAL
}
