package org.auleos.api.policy;

/** A refusal to take a person's decision about an approval. */
public final class ApprovalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the caller may do next. */
    public enum Code {
        /** There is no such approval; list them. */
        UNKNOWN,
        /** This person may not decide it; somebody else has to. */
        FORBIDDEN,
        /** It was decided, has expired, or is about another call than was shown; look at it again. */
        DECIDED
    }

    private final Code code;

    /** With the sentence a person reads. */
    public ApprovalException(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** What the caller may do next. */
    public Code code() {
        return code;
    }
}
