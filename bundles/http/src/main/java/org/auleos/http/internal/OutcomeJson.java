package org.auleos.http.internal;

import org.auleos.api.tool.Outcome;
import org.auleos.json.Json;

/** The outcome of a call as JSON: {@code state}, and {@code output} or {@code message} with what else there is to say. */
final class OutcomeJson implements Outcome.Cases<Json.Obj> {

    private static final OutcomeJson CASES = new OutcomeJson();

    private OutcomeJson() {}

    static Json.Obj of(Outcome outcome) {
        return outcome.fold(CASES);
    }

    @Override
    public Json.Obj done(Outcome.Done outcome) {
        return Json.empty().with("state", Json.of("done")).with("output", outcome.output());
    }

    @Override
    public Json.Obj failed(Outcome.Failed outcome) {
        return ended("failed", outcome.message())
                .with("code", Json.of(outcome.code()))
                .with("retryable", Json.of(outcome.retryable()));
    }

    @Override
    public Json.Obj denied(Outcome.Denied outcome) {
        return ended("denied", outcome.message()).with("capability", Json.of(outcome.capability()));
    }

    @Override
    public Json.Obj awaiting(Outcome.Awaiting outcome) {
        return ended("awaiting", outcome.message()).with("approval", Json.of(outcome.approval()));
    }

    @Override
    public Json.Obj cancelled(Outcome.Cancelled outcome) {
        return ended("cancelled", outcome.message());
    }

    @Override
    public Json.Obj timedOut(Outcome.TimedOut outcome) {
        return ended("timed_out", outcome.message());
    }

    @Override
    public Json.Obj unknown(Outcome.Unknown outcome) {
        return ended("unknown", outcome.message());
    }

    private static Json.Obj ended(String state, String message) {
        return Json.empty().with("state", Json.of(state)).with("message", Json.of(message));
    }
}
