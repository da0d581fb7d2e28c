package org.auleos.plugin.tool;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One typed operation that agents, people and other systems may call through the platform, never beside it.
 *
 * <p>Input and output are records; their JSON Schema is read from their components ({@link Doc} describes a component,
 * {@code @Nullable} makes it optional). A tool is a stateless OSGi service: one instance serves many calls at the same
 * time. What a call may touch is declared in {@link ToolSpec#permissions()} and checked before {@link #call} runs.
 *
 * @param <I> the input, a record
 * @param <O> the output, a record
 */
@ConsumerType
public interface Tool<I extends Record, O extends Record> {

    /**
     * Does the work once. Runs on a thread of the platform that is interrupted when the deadline passes or the run is
     * cancelled; a tool that ignores the interrupt is abandoned and its outcome recorded as unknown.
     *
     * @throws ToolException for every failure the caller can act on; its code says whether trying again may help
     * @throws Exception for a defect, recorded as {@link ToolException.Code#FAILED} with its message
     */
    O call(I input, ToolContext context) throws Exception;
}
