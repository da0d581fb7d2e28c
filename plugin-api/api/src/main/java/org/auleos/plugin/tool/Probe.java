package org.auleos.plugin.tool;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Mixed into a {@link Tool} that can tell afterwards whether a call took effect, for the case that the node crashed
 * between the intent and the outcome.
 *
 * @param <I> the tool's input, a record
 */
@ConsumerType
public interface Probe<I extends Record> {

    /** What a probe found. */
    enum Finding {
        /** The effect of the call is there. */
        APPLIED,
        /** The effect is not there; the call may be made again. */
        NOT_APPLIED,
        /** It cannot be told; a person has to look. */
        UNKNOWN
    }

    /**
     * Looks, changes nothing. {@link ToolContext#idempotencyKey()} is the key of the call in question.
     */
    Finding probe(I input, ToolContext context) throws Exception;
}
