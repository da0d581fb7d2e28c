package org.auleos.tools.log.internal.format;

import org.auleos.tools.log.internal.format.Atoms.Kind;

/**
 * One part that every head of a format has at the same place.
 *
 * @param kind what stands there
 * @param role what it says about the record
 * @param until for a part that runs up to a separator, that separator; else NUL
 */
record Column(Kind kind, Role role, char until) {

    /** What a part of a head says about its record. */
    enum Role {
        NONE,
        TIME,
        LEVEL,
        HOST,
        PROCESS,
        PID,
        /** Process id, client or thread in brackets: whichever its text shows. */
        ORIGIN
    }

    Column(Kind kind, Role role) {
        this(kind, role, '\0');
    }

    Column as(Role other) {
        return new Column(kind, other, until);
    }
}
