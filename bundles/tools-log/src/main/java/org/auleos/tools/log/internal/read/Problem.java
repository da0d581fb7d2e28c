package org.auleos.tools.log.internal.read;

/**
 * Something in a source that could not be read as it should; never fatal for the other sources.
 *
 * @param kind what sort of trouble
 * @param text a sentence for a person: what, where, and what was done about it
 */
public record Problem(Kind kind, String text) {

    /** The sorts of trouble a source can have. */
    public enum Kind {
        /** Could not be opened, or failed while being read. */
        UNREADABLE,
        /** A compressed source that ends early or is damaged; what came before the damage was read. */
        DAMAGED,
        /** A packing that is not read, for example xz. */
        UNSUPPORTED,
        /** Not text; skipped. */
        BINARY,
        /** Bytes that are not valid in the encoding of the source; replaced. */
        ENCODING,
        /** Lines longer than the limit; cut. */
        LONG_LINES,
        /** NUL bytes inside text; dropped. */
        NUL_BYTES,
        /** The caller cancelled the reading. */
        CANCELLED
    }
}
