package org.auleos.tools.log.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class TimelineTest {

    @Test
    void noEventIsLostHoweverFarApartTheyAreAndInWhateverOrder() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            Timeline timeline = new Timeline();
            long range = 1L << random.nextInt(30);
            for (int i = 0; i < 100; i++) {
                timeline.add(1_700_000_000L + (long) (random.nextDouble() * range));
            }
            assertThat(timeline.between(0, Long.MAX_VALUE / 2)).isEqualTo(100);
        }
    }

    @Test
    void aBurstIsConcentratedAndASteadyStreamIsNot() {
        Timeline burst = new Timeline();
        Timeline steady = new Timeline();
        for (int i = 0; i < 100; i++) {
            burst.add(i < 10 ? i * 1000L : 9000 + i);
            steady.add(i * 100L);
        }

        assertThat(burst.concentration(1000)).isGreaterThan(0.85);
        assertThat(steady.concentration(1000)).isLessThan(0.15);
    }

    @Test
    void coverageIsTheShareOfBucketsThatAreNotEmpty() {
        Timeline timeline = new Timeline();
        timeline.add(100);
        timeline.add(103);

        assertThat(timeline.coverage()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void timelinesAddUp() {
        Timeline one = new Timeline();
        Timeline other = new Timeline();
        one.add(1000);
        other.add(500_000);
        other.add(2);

        one.addAll(other);

        assertThat(one.between(0, Long.MAX_VALUE / 2)).isEqualTo(3);
    }
}
