package org.auleos.scheduler.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.auleos.api.work.Retry;

/**
 * Exponential backoff with full jitter: the pause is drawn evenly from zero to a bound that doubles (Brooker, "Exponential
 * Backoff And Jitter", 2015). Thread-safe when its source of randomness is.
 */
public final class Backoff {

    private static final int LARGEST_DOUBLING = 30;

    private final RandomGenerator random;

    /** The source of randomness is asked once a pause. */
    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** The pause after so many failed attempts; empty when there shall be no other. */
    Optional<Duration> pause(Retry retry, int failedAttempts) {
        if (failedAttempts >= retry.attempts()) {
            return Optional.empty();
        }
        long bound = bound(retry, failedAttempts);
        return Optional.of(Duration.ofMillis(random.nextLong(bound + 1)));
    }

    private static long bound(Retry retry, int failedAttempts) {
        long first = retry.first().toMillis();
        long max = retry.max().toMillis();
        int doublings = Math.min(Math.max(failedAttempts - 1, 0), LARGEST_DOUBLING);
        return first > (max >> doublings) ? max : first << doublings;
    }
}
