package org.auleos.kernel.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolEvent;
import org.auleos.json.Json;
import org.auleos.plugin.tool.ToolException;

/** Reads back from the ledger how a tool call ended. */
final class Answer {

    private Answer() {}

    /** The outcome an event records; empty for events that record none. */
    static Optional<Outcome> of(ToolEvent event) {
        if (event instanceof ToolEvent.Called called) {
            return Optional.of(of(called.result()));
        } else if (event instanceof ToolEvent.Completed completed) {
            return Optional.of(of(completed.result()));
        } else if (event instanceof ToolEvent.Refused refused) {
            return Optional.of(of(refused.result()));
        }
        return Optional.empty();
    }

    private static Outcome of(ToolEvent.Result result) {
        String message = result.message().orElse("");
        return switch (result.state()) {
            case "done" -> new Outcome.Done(output(result));
            case "failed" -> failed(result.code().orElse("failed"), message);
            case "denied" -> new Outcome.Denied(result.code().orElse(""), message);
            case "cancelled" -> new Outcome.Cancelled(message);
            case "timed_out" -> new Outcome.TimedOut(message);
            default -> new Outcome.Unknown(message);
        };
    }

    /** The record says the code, and the code says whether the same call may succeed later. */
    private static Outcome failed(String code, String message) {
        boolean retryable = Stream.of(ToolException.Code.values())
                .anyMatch(it ->
                        it.retryable() && it.name().toLowerCase(Locale.ROOT).equals(code));
        return new Outcome.Failed(code, message, retryable);
    }

    private static Json.Obj output(ToolEvent.Result result) {
        return result.output().orElse(Json.empty()) instanceof Json.Obj object ? object : Json.empty();
    }
}
