package org.auleos.toolbox.internal;

import java.util.Locale;
import java.util.Optional;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolEvent.Result;
import org.auleos.plugin.tool.ToolException;

/** Outcomes from what a tool threw, and results as the ledger keeps them. */
final class Results {

    private static final Outcome.Cases<Result> AS_RESULT = new Outcome.Cases<>() {
        @Override
        public Result done(Outcome.Done outcome) {
            return new Result("done", Optional.of(outcome.output()), Optional.empty(), Optional.empty());
        }

        @Override
        public Result failed(Outcome.Failed outcome) {
            return not("failed", Optional.of(outcome.code()), outcome.message());
        }

        @Override
        public Result denied(Outcome.Denied outcome) {
            return not("denied", Optional.of(outcome.capability()), outcome.message());
        }

        @Override
        public Result awaiting(Outcome.Awaiting outcome) {
            return not("awaiting", Optional.of(outcome.approval()), outcome.message());
        }

        @Override
        public Result cancelled(Outcome.Cancelled outcome) {
            return not("cancelled", Optional.empty(), outcome.message());
        }

        @Override
        public Result timedOut(Outcome.TimedOut outcome) {
            return not("timed_out", Optional.empty(), outcome.message());
        }

        @Override
        public Result unknown(Outcome.Unknown outcome) {
            return not("unknown", Optional.empty(), outcome.message());
        }

        private Result not(String state, Optional<String> code, String message) {
            return new Result(state, Optional.empty(), code, Optional.of(message));
        }
    };

    private Results() {}

    static Result of(Outcome outcome) {
        return outcome.fold(AS_RESULT);
    }

    static Outcome failed(ToolException.Code code, String message) {
        return new Outcome.Failed(code.name().toLowerCase(Locale.ROOT), message, code.retryable());
    }

    /** The outcome of code that threw. */
    static Outcome threw(ToolVersion version, Throwable problem, Interruption interruption, Runner.Limit limit) {
        boolean stopped =
                interruption != Interruption.NONE || problem instanceof InterruptedException || cancelled(problem);
        if (stopped) {
            return stopped(version, interruption, limit);
        } else if (problem instanceof ToolException known) {
            return failed(known.code(), String.valueOf(known.getMessage()));
        }
        return failed(ToolException.Code.FAILED, version + " failed: " + problem);
    }

    private static boolean cancelled(Throwable problem) {
        return problem instanceof ToolException known && known.code() == ToolException.Code.CANCELLED;
    }

    private static Outcome stopped(ToolVersion version, Interruption interruption, Runner.Limit limit) {
        boolean late = interruption == Interruption.DEADLINE
                || (interruption == Interruption.NONE && System.nanoTime() - limit.deadlineNanos() >= 0);
        return late
                ? new Outcome.TimedOut(version + " did not end in time and was interrupted")
                : new Outcome.Cancelled(version + " was interrupted, as the call was cancelled");
    }

    /** The outcome of code that was given up. */
    static Outcome abandoned(ToolVersion version, Interruption interruption) {
        String why = interruption == Interruption.DEADLINE ? "its deadline passed" : "the call was cancelled";
        return new Outcome.Unknown(version + " ignores its interrupt since " + why
                + "; it was abandoned with its thread and may run still");
    }

    /** The outcome of code for which no thread was free. */
    static Outcome notBegun(ToolVersion version, Interruption interruption) {
        return interruption == Interruption.CANCELLED
                ? new Outcome.Cancelled(version + " was cancelled before it began")
                : failed(
                        ToolException.Code.UNAVAILABLE,
                        version + " did not begin in time: every thread for tools is busy");
    }
}
