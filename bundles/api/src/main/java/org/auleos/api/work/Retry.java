package org.auleos.api.work;

import java.time.Duration;

/**
 * How often a retryable failure is tried again, with exponential backoff and full jitter.
 *
 * @param attempts tries in all, at least 1
 * @param first upper bound of the first pause
 * @param max upper bound of any pause
 */
public record Retry(int attempts, Duration first, Duration max) {

    /** One try. */
    public static final Retry NEVER = new Retry(1, Duration.ZERO, Duration.ZERO);

    public Retry {
        if (attempts < 1) {
            throw new IllegalArgumentException(attempts + " attempts: expected at least 1");
        }
    }
}
