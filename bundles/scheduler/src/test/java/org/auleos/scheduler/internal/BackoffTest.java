package org.auleos.scheduler.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.auleos.api.work.Retry;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(new Random(7));

    @Test
    void pausesStayBelowABoundThatDoublesUpToTheMaximum() {
        Retry retry = new Retry(100, Duration.ofMillis(100), Duration.ofSeconds(2));

        for (int failed = 1; failed < 100; failed++) {
            long bound = failed > 5 ? 2000 : Math.min(2000, 100L << (failed - 1));
            assertThat(backoff.pause(retry, failed).orElseThrow()).isBetween(Duration.ZERO, Duration.ofMillis(bound));
        }
    }

    @Test
    void pausesAreSpreadOverTheWholeRange() {
        Retry retry = new Retry(2, Duration.ofSeconds(1), Duration.ofSeconds(1));
        long sum = 0;
        for (int i = 0; i < 1000; i++) {
            sum += backoff.pause(retry, 1).orElseThrow().toMillis();
        }

        assertThat(sum / 1000).isBetween(450L, 550L);
    }

    @Test
    void theLastAttemptHasNoPause() {
        assertThat(backoff.pause(new Retry(3, Duration.ofMillis(1), Duration.ofMillis(1)), 3))
                .isEmpty();
        assertThat(backoff.pause(Retry.NEVER, 1)).isEmpty();
    }
}
