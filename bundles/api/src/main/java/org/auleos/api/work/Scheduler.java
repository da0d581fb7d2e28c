package org.auleos.api.work;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Decides when a unit may run: weighted semaphores, priorities that rise with waiting, a limit of concurrency per agent.
 * The unit runs on the caller's thread, so an uncontended start costs no hand-off. Thread-safe.
 */
@ProviderType
public interface Scheduler {

    /**
     * Waits until the unit may run.
     *
     * @param agent whose concurrency it counts against
     * @param cancelled looked at while waiting
     * @return a slot to be closed when the attempt is over; empty when cancelled
     * @throws IllegalArgumentException when the weight exceeds what this node has at all
     */
    Optional<Slot> acquire(String agent, int agentLimit, Weight weight, int priority, BooleanSupplier cancelled)
            throws InterruptedException;

    /** The pause before the next attempt, jittered; empty when there is none. */
    Optional<Duration> pause(Retry retry, int failedAttempts);

    /** What is occupied and what waits. */
    Load load();

    /** A unit's place while it runs. */
    interface Slot extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * What is occupied and what waits.
     *
     * @param used occupied
     * @param capacity in all
     * @param running units that hold a slot
     * @param waiting units that wait for one
     */
    record Load(Weight used, Weight capacity, int running, int waiting) {}
}
