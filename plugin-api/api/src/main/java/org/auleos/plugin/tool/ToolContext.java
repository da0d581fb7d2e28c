package org.auleos.plugin.tool;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.auleos.plugin.files.Directory;
import org.auleos.plugin.files.Place;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the platform gives to one call: everything that is not in the input and still may change the answer passes here
 * and is recorded. Valid until the call returns; safe for use by the threads of that call.
 */
@ProviderType
public interface ToolContext {

    /** Names the effect of this call; the same for every attempt. A tool that talks to a server hands it on. */
    String idempotencyKey();

    /** 1 for the first attempt. */
    int attempt();

    /** When the platform stops waiting. */
    Instant deadline();

    /** True once the run was cancelled or the deadline passed; long loops look at it. */
    boolean cancelled();

    /**
     * Returns if the call may go on.
     *
     * @throws ToolException with {@link ToolException.Code#CANCELLED} once {@link #cancelled()}
     */
    default void checkpoint() {
        if (cancelled()) {
            throw new ToolException(ToolException.Code.CANCELLED, "the call was cancelled or its deadline passed");
        }
    }

    /**
     * Tells people how far the call is. Cheap; the platform drops what comes faster than a person can read.
     *
     * @param fraction from 0 to 1, or negative when it cannot be told
     * @param message what is being done, a few words
     */
    void progress(double fraction, String message);

    /** A line for the operator's log, with the ids of run and unit; never a secret. */
    void log(System.Logger.Level level, String message);

    /** The time, recorded. */
    Clock clock();

    /** Randomness, recorded as its seed. */
    RandomGenerator random();

    /** A variable of the environment, recorded; empty when it is not set or not allowed. */
    Optional<String> environment(String name);

    /**
     * Where a path lies: a handle to the outermost directory granted for it, and the path relative to that handle.
     *
     * @param path absolute, or relative to the workspace of the run; nothing needs to exist there yet
     * @param access what the tool is going to do there
     * @throws ToolException with {@link ToolException.Code#DENIED} when the path is not granted
     */
    Place place(String path, Directory.Access access);

    /** A directory of this tool's own that outlives the call, for mementos and trash; granted without a permission. */
    Directory storage();

    /**
     * Checks a capability that shows only during the call, such as the target of a redirect.
     *
     * @param capability concrete, {@code namespace:action[:value]}
     * @throws ToolException with {@link ToolException.Code#DENIED} when it is not granted
     */
    void require(String capability);
}
