package org.auleos.ledger.internal.journal;

import java.io.IOException;

/** A record that must be there is missing or bad. */
public final class DamageException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long sequence;

    /** With the first bad record and what is wrong with it. */
    public DamageException(long sequence, String place, String problem) {
        super("record " + sequence + " of the journal in " + place + " is damaged: " + problem
                + ". Restore the directory from a backup, or move it away to begin anew");
        this.sequence = sequence;
    }

    /** The first bad record. */
    public long sequence() {
        return sequence;
    }
}
