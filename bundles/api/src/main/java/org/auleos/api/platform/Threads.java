package org.auleos.api.platform;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The only source of threads. The service is one per consuming bundle: whatever a bundle was handed is shut down and
 * interrupted when that bundle stops. {@code java.time.Clock} and {@code java.util.random.RandomGenerator} are services
 * of their own beside it.
 */
@ProviderType
public interface Threads {

    /**
     * An executor for blocking tasks: virtual threads where the JVM has them, otherwise a pool that grows to {@code limit}.
     *
     * @param name shows in thread dumps
     * @param limit most tasks running at once, at least 1; further ones wait in order
     */
    ExecutorService pool(String name, int limit);

    /** A timer with one thread; its tasks must be short. */
    ScheduledExecutorService timer(String name);

    /** One platform thread for a loop that lives as long as the bundle, interrupted when the bundle stops. */
    Thread loop(String name, Runnable loop);
}
