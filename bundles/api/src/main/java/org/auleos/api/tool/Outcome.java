package org.auleos.api.tool;

import org.auleos.json.Json;

/** How a call ended. */
public sealed interface Outcome {

    /** It did what it should. */
    record Done(Json.Obj output) implements Outcome {}

    /**
     * It failed.
     *
     * @param code the tool's error code in lower case, or {@code invalid_input}
     * @param retryable true when the same call may succeed later
     */
    record Failed(String code, String message, boolean retryable) implements Outcome {

        /** The code for a call whose run began with a version of the tool that is gone; nothing ran. */
        public static final String VERSION_GONE = "version_gone";
    }

    /**
     * It was not allowed; nothing ran.
     *
     * @param capability what was missing
     */
    record Denied(String capability, String message) implements Outcome {}

    /** The run was cancelled. */
    record Cancelled(String message) implements Outcome {}

    /** The deadline passed and the tool stopped in time; whether it took effect, its probe can tell. */
    record TimedOut(String message) implements Outcome {}

    /** Nobody knows: the node crashed in between, or the tool was abandoned. */
    record Unknown(String message) implements Outcome {}

    /** A function for every case, so that a new case does not compile until everybody thought of it. */
    default <R> R fold(Cases<R> cases) {
        if (this instanceof Done done) {
            return cases.done(done);
        } else if (this instanceof Failed failed) {
            return cases.failed(failed);
        } else if (this instanceof Denied denied) {
            return cases.denied(denied);
        } else if (this instanceof Cancelled cancelled) {
            return cases.cancelled(cancelled);
        } else if (this instanceof TimedOut timedOut) {
            return cases.timedOut(timedOut);
        }
        return cases.unknown((Unknown) this);
    }

    /** One function a case. */
    interface Cases<R> {
        R done(Done outcome);

        R failed(Failed outcome);

        R denied(Denied outcome);

        R cancelled(Cancelled outcome);

        R timedOut(TimedOut outcome);

        R unknown(Unknown outcome);
    }
}
