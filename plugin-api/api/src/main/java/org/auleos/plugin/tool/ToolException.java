package org.auleos.plugin.tool;

/** A failure the caller can act on. The message says what, which value, what was expected; never a secret. */
public final class ToolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the caller may do next. */
    public enum Code {
        /** The input is wrong; asking again in the same words fails again. */
        INVALID_INPUT(false),
        /** What the input names does not exist. */
        NOT_FOUND(false),
        /** It is there already. */
        ALREADY_EXISTS(false),
        /** The caller is not granted it, or the operating system refuses it. */
        DENIED(false),
        /** Somebody else changed it meanwhile; look again, then decide. */
        CONFLICT(false),
        /** Larger than the stated limit. */
        TOO_LARGE(false),
        /** This machine lacks something the tool needs, e.g. a program or a device. */
        UNSUPPORTED(false),
        /** Busy, unreachable or over quota for now; the same call may succeed later. */
        UNAVAILABLE(true),
        /** The other side did not answer in time. */
        TIMED_OUT(true),
        /** The run was cancelled. */
        CANCELLED(false),
        /** Anything else. */
        FAILED(false);

        private final boolean retryable;

        Code(boolean retryable) {
            this.retryable = retryable;
        }

        /** True when the same call may succeed later. */
        public boolean retryable() {
            return retryable;
        }
    }

    private final Code code;

    /** A failure without a cause of its own. */
    public ToolException(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** A failure that another exception explains to a developer. */
    public ToolException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** What the caller may do next. */
    public Code code() {
        return code;
    }
}
