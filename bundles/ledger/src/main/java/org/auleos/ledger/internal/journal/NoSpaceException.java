package org.auleos.ledger.internal.journal;

import java.io.IOException;

/** The disk is full; the journal is as it was before, and the same may be tried again when there is space. */
public final class NoSpaceException extends IOException {

    private static final long serialVersionUID = 1L;

    /** With what was to be written where. */
    public NoSpaceException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Without anything underneath. */
    public NoSpaceException(String message) {
        super(message);
    }
}
