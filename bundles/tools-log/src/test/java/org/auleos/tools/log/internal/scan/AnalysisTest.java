package org.auleos.tools.log.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.auleos.tools.log.internal.finding.Finding;
import org.auleos.tools.log.internal.finding.Severity;
import org.auleos.tools.log.internal.read.LogReader;
import org.auleos.tools.log.internal.read.Options;
import org.auleos.tools.log.internal.read.Source;
import org.junit.jupiter.api.Test;

final class AnalysisTest {

    private static final Instant MODIFIED = Instant.parse("2026-03-05T00:00:00Z");

    @Test
    void aFullDiskIsNamedAsTheCauseOfWhatFollowsInOtherLogs() {
        Analysis analysis = new Analysis(null);
        read(
                analysis,
                "access.log",
                lines(
                        40,
                        "192.0.2.7 - - [04/Mar/2026:10:16:%02d +0000] \"GET /cart HTTP/1.1\" 502 150 \"-\" \"Mozilla\""));
        read(
                analysis,
                "error.log",
                lines(
                        40,
                        "2026/03/04 10:16:%02d [error] 812#812: *9 connect() failed (111: Connection refused) while"
                                + " connecting to upstream, client: 192.0.2.7, upstream: \"http://127.0.0.1:8080/cart\""));
        read(
                analysis,
                "postgresql.log",
                lines(
                        1,
                        "2026-03-04 10:15:%02d.101 UTC [3301] PANIC:  could not write to file"
                                + " \"pg_wal/xlogtemp.3301\": No space left on device"));

        List<Finding> found = analysis.findings();

        assertThat(found)
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("database.panic", "storage.full", "http.upstream", "http.server-errors");
        assertThat(named(found, "database.panic").explanation())
                .contains("consequence of: " + named(found, "storage.full").title());
        assertThat(named(found, "http.upstream").explanation()).contains("Probably a consequence of");
        assertThat(named(found, "storage.full").explanation()).contains("May have led to");
    }

    @Test
    void recordsBeforeTheLimitDoNotCount() {
        Analysis analysis = new Analysis(Instant.parse("2026-03-04T10:16:30Z"));

        read(
                analysis,
                "error.log",
                lines(60, "2026/03/04 10:16:%02d [crit] 812#812: accept4() failed (24: Too many open files)"));

        assertThat(analysis.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.count()).isEqualTo(30);
            assertThat(finding.evidence().get(0).line()).isEqualTo(31);
        });
    }

    @Test
    void anUnknownSystemThatBeginsToFailIsFoundByItsStatistics() {
        Analysis analysis = new Analysis(null);
        StringBuilder text = new StringBuilder();
        for (int minute = 0; minute < 60; minute++) {
            for (int second = 0; second < 60; second += 10) {
                text.append("2026-03-04T10:%02d:%02dZ|INFO|pump-3|rate %d l/min%n".formatted(minute, second, second));
            }
            if (minute >= 40) {
                text.append("2026-03-04T10:%02d:59Z|ERROR|pump-3|valve %d does not close%n".formatted(minute, minute));
            }
        }

        read(analysis, "pump.log", text.toString());

        assertThat(analysis.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.title()).contains("valve");
            assertThat(finding.count()).isEqualTo(20);
        });
    }

    private static Finding named(List<Finding> found, String rule) {
        return found.stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static String lines(int many, String format) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < many; i++) {
            text.append(format.formatted(i)).append('\n');
        }
        return text.toString();
    }

    private static void read(Analysis analysis, String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        LogReader.read(
                new Source(path, () -> new ByteArrayInputStream(bytes), MODIFIED),
                Options.in(ZoneOffset.UTC),
                analysis);
    }
}
