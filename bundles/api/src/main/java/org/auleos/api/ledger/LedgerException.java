package org.auleos.api.ledger;

/** A refusal of the ledger. */
public final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the caller may do next. */
    public enum Code {
        /** The disk failed once; nothing will be acknowledged until an operator restarts the node. */
        FAILED,
        /** No space; nothing was recorded, try again when there is. */
        FULL,
        /** The limit passed; whether the record is durable is not known. */
        TIMED_OUT,
        /** The ledger is shutting down. */
        CLOSED,
        /** A record at or below the high-water mark is missing or bad; the message names it. */
        DAMAGED,
        /** The draft is larger than the limit; put large things into an artifact and name it by hash. */
        TOO_LARGE
    }

    private final Code code;

    /** With the sentence an operator reads. */
    public LedgerException(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** With the exception underneath. */
    public LedgerException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** What the caller may do next. */
    public Code code() {
        return code;
    }
}
