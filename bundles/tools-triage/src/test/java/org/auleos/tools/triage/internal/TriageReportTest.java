package org.auleos.tools.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.auleos.testkit.ToolHarness;
import org.auleos.tools.triage.internal.TriageReport.Input;
import org.auleos.tools.triage.internal.TriageReport.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TriageReportTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final List<Input> INPUTS = List.of(new Input("/var/log/syslog", 10, 900, NOON, NOON));

    @TempDir
    private Path dir;

    @Test
    void findingsAreRankedAndDoublesDropped() throws Exception {
        Finding low = finding("http.limited:1", Severity.LOW);
        Finding high = finding("storage.full:1", Severity.HIGH);

        TriageReport.Out out = report(List.of(low, high, high), null);

        assertThat(out.findings()).containsExactly(high, low);
        assertThat(out.status()).isEqualTo(Status.FINDINGS);
        assertThat(out.inputs()).isEqualTo(INPUTS);
    }

    @Test
    void whatTheMachineConfirmsIsSaid() throws Exception {
        TriageReport.Out out = report(
                List.of(finding("storage.full:1", Severity.HIGH)),
                List.of(finding("machine.disk-full:1", Severity.CRITICAL)));

        assertThat(out.findings()).extracting(Finding::rule).containsExactly("machine.disk-full", "storage.full");
        assertThat(out.findings().get(1).explanation()).contains("The machine shows it now: Title.");
    }

    @Test
    void onlyLowFindingsLeaveTheStatusClear() throws Exception {
        assertThat(report(List.of(finding("a.b:1", Severity.LOW)), null).status())
                .isEqualTo(Status.CLEAR);
    }

    @Test
    void withoutAnythingReadNothingCanBeSaid() throws Exception {
        TriageReport.Out out = ToolHarness.of(new TriageReport(), dir)
                .call(new TriageReport.In(List.of(), null, List.of(), List.of("/nowhere does not exist")));

        assertThat(out.status()).isEqualTo(Status.UNREAD);
        assertThat(out.problems()).containsExactly("/nowhere does not exist");
    }

    @Test
    void aLongListLosesOnlyLesserFindings() throws Exception {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            many.add(finding("a.low:" + i, Severity.LOW));
            many.add(finding("a.medium:" + i, Severity.MEDIUM));
        }

        assertThat(report(many, null).findings())
                .hasSize(15)
                .allMatch(finding -> finding.severity() == Severity.MEDIUM);
    }

    private TriageReport.Out report(List<Finding> logs, @org.jspecify.annotations.Nullable List<Finding> machine)
            throws Exception {
        return ToolHarness.of(new TriageReport(), dir).call(new TriageReport.In(logs, machine, INPUTS, List.of()));
    }

    private static Finding finding(String id, Severity severity) {
        return new Finding(
                id,
                "Title",
                severity,
                0.9,
                Tier.RULES,
                "test",
                3,
                NOON,
                NOON.plusSeconds(60),
                "Explanation.",
                List.of(new Finding.Evidence("/var/log/syslog", 4, "line")),
                new Finding.Action("hw.disk", Map.of(), true, "shows it"));
    }
}
