package org.auleos.api.tool;

import java.util.List;
import java.util.Optional;
import org.auleos.json.Json;
import org.auleos.json.Named;

/** What the ledger knows about tools and their calls. */
public sealed interface ToolEvent {

    /** A version of a tool became available. */
    @Named("tool.appeared")
    record Appeared(ToolPin pin, Json.Obj inputSchema, Json.Obj outputSchema) implements ToolEvent {}

    /** A version of a tool is gone. */
    @Named("tool.disappeared")
    record Disappeared(ToolPin pin) implements ToolEvent {}

    /** A PURE or READ call, whole. */
    @Named("tool.called")
    record Called(
            ToolPin pin,
            String key,
            int attempt,
            String policy,
            Json.Obj input,
            List<Observation> observed,
            Result result,
            long elapsedMicros)
            implements ToolEvent {}

    /** An IDEMPOTENT or EFFECT call is about to run; durable before it does. */
    @Named("tool.intended")
    record Intended(ToolPin pin, String key, int attempt, String policy, Json.Obj input, Optional<Json> memento)
            implements ToolEvent {}

    /** How an intended call ended; its cause is the intent. */
    @Named("tool.completed")
    record Completed(String tool, String key, List<Observation> observed, Result result, long elapsedMicros)
            implements ToolEvent {}

    /** A call that was not allowed, or whose input was wrong; nothing ran. */
    @Named("tool.refused")
    record Refused(String tool, String key, Json.Obj input, Result result) implements ToolEvent {}

    /**
     * A tool was asked whether a call took effect; its cause is the intent.
     *
     * @param pin the version asked
     * @param finding applied, not_applied or unknown
     * @param problem why it cannot be told, when unknown
     */
    @Named("tool.probed")
    record Probed(
            ToolPin pin,
            String key,
            String finding,
            List<Observation> observed,
            Optional<String> problem,
            long elapsedMicros)
            implements ToolEvent {}

    /** A call is about to be taken back; durable before anything is touched. Its cause is the intent. */
    @Named("tool.undoing")
    record Undoing(ToolPin pin, String key) implements ToolEvent {}

    /** A call was taken back, or could not be; its cause is the intent. */
    @Named("tool.undone")
    record Undone(String tool, String key, Result result) implements ToolEvent {}

    /**
     * How a call ended.
     *
     * @param state done, failed, denied, cancelled, timed_out, unknown
     * @param output what it answered, when done
     * @param code the error code, when it failed, or the missing capability, when denied
     * @param message the sentence for a person, when not done
     */
    record Result(String state, Optional<Json> output, Optional<String> code, Optional<String> message) {}

    /**
     * Something a call asked its context for, recorded for replay.
     *
     * @param source clock, random or environment
     * @param value what it was told; environment values are recorded as their SHA-256
     */
    record Observation(String source, String value) {}
}
