package org.auleos.tools.log.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RotationTest {

    @Test
    void numberedPartsAreOlderTheHigherTheirNumber() {
        assertThat(families("/v/app.log", "/v/app.log.1", "/v/app.log.10.gz", "/v/app.log.2.gz"))
                .containsExactly(List.of("/v/app.log.10.gz", "/v/app.log.2.gz", "/v/app.log.1", "/v/app.log"));
    }

    @Test
    void datedPartsFollowTheirDates() {
        assertThat(families("/v/messages", "/v/messages-20240310.gz", "/v/messages-20240303.gz"))
                .containsExactly(List.of("/v/messages-20240303.gz", "/v/messages-20240310.gz", "/v/messages"));
    }

    @Test
    void datesMayStandBeforeTheExtension() {
        assertThat(families("app.2024-03-09.1.log", "app.2024-03-09.0.log", "app.2024-03-08.0.log", "app.log"))
                .containsExactly(
                        List.of("app.2024-03-08.0.log", "app.2024-03-09.0.log", "app.2024-03-09.1.log", "app.log"));
    }

    @Test
    void logsOfDifferentNamesOrFoldersStayApart() {
        assertThat(families("/a/x.log", "/b/x.log", "/a/y.log"))
                .containsExactly(List.of("/a/x.log"), List.of("/b/x.log"), List.of("/a/y.log"));
    }

    private static List<List<String>> families(String... paths) {
        return Rotation.families(List.of(paths), Function.identity());
    }
}
