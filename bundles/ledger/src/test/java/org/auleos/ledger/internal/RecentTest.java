package org.auleos.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Provenance;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final Recent recent = new Recent(1);

    private void add(long from, long to, int payloadBytes) {
        recent.add(LongStream.rangeClosed(from, to)
                .mapToObj(sequence -> event(sequence, payloadBytes))
                .toList());
    }

    private static Event event(long sequence, int payloadBytes) {
        byte[] hash = new byte[32];
        return new Event(
                sequence,
                Instant.EPOCH,
                "n1",
                1,
                "t",
                1,
                Provenance.KERNEL,
                "",
                new byte[payloadBytes],
                hash,
                hash,
                hash);
    }

    private List<Long> from(long sequence, int limit) {
        return recent.from(sequence, limit).stream().map(Event::sequence).toList();
    }

    @Test
    void itHasTheNewestAndNothingForThoseWhoLagFurtherBehind() {
        add(1, 10_000, 0);

        assertThat(from(1, 5)).isEmpty();
        assertThat(from(10_000 - 8_192, 5)).isEmpty();
        assertThat(from(10_000 - 8_191, 3)).containsExactly(1_809L, 1_810L, 1_811L);
        assertThat(from(9_999, 5)).containsExactly(9_999L, 10_000L);
        assertThat(from(10_001, 5)).isEmpty();
    }

    @Test
    void itsBytesAreBounded() {
        add(1, 100, 1 << 20);

        assertThat(from(92, 100)).isEmpty();
        assertThat(from(93, 100)).hasSize(8);
    }
}
