package org.auleos.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class MomentTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void aMomentIsATimeOrSoFarBack() {
        assertThat(Moment.of("2026-11-20T00:00:00Z", NOW)).isEqualTo("2026-11-20T00:00:00Z");
        assertThat(Moment.of("24h", NOW)).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(Moment.of("7d", NOW)).isEqualTo("2026-11-14T10:00:00Z");
        assertThat(Moment.of("90s", NOW)).isEqualTo("2026-11-21T09:58:30Z");
        assertThat(Moment.of("PT30M", NOW)).isEqualTo("2026-11-21T09:30:00Z");
    }

    @Test
    void anythingElseIsRefused() {
        for (String text : new String[] {"yesterday", "", "5", "10x", "P", "2026-11-21"}) {
            assertThatThrownBy(() -> Moment.of(text, NOW))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("is no time");
        }
    }
}
