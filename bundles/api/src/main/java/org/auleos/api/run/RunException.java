package org.auleos.api.run;

/** A request about a run that cannot be met; nothing was changed. The message says what to do instead. */
public final class RunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;

    /** What stands in the way. */
    public enum Code {
        /** There is no such run or unit. */
        NOT_FOUND,
        /** The run is in a state in which that makes no sense. */
        CONFLICT,
        /** The request lacks something. */
        INVALID
    }

    public RunException(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** What stands in the way. */
    public Code code() {
        return code;
    }
}
