package org.auleos.tools.log.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.auleos.tools.log.internal.finding.Finding;
import org.auleos.tools.log.internal.finding.Severity;
import org.auleos.tools.log.internal.record.Level;
import org.auleos.tools.log.internal.record.LogRecord;
import org.auleos.tools.log.internal.rules.Verdict;
import org.junit.jupiter.api.Test;

final class StatisticsTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final int WORK = 1;
    private static final int FAILURE = 2;
    private static final int HEARTBEAT = 3;

    private final Statistics statistics = new Statistics();
    private long line;

    @Test
    void aBurstOfAnUnknownErrorIsFoundWithItsLines() {
        for (int i = 0; i < 1000; i++) {
            work(i);
            if (i >= 600 && i < 620) {
                add(i, "flux decoupled", FAILURE, Level.ERROR, Verdict.STATED);
            }
        }

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.count()).isEqualTo(20);
            assertThat(finding.firstSeen()).isEqualTo(NOON.plusSeconds(600));
            assertThat(finding.evidence()).allMatch(evidence -> evidence.text().equals("flux decoupled"));
        });
    }

    @Test
    void rareAndSteadyErrorsStayLow() {
        for (int i = 0; i < 3000; i++) {
            work(i);
            if (i % 100 == 0) {
                add(i, "cannot parse coupon", FAILURE, Level.ERROR, Verdict.STATED);
            }
        }

        assertThat(findings()).allMatch(finding -> finding.severity() == Severity.LOW);
    }

    @Test
    void oneFatalRecordIsFoundUnderItsOwnWords() {
        for (int i = 0; i < 100; i++) {
            work(i);
        }
        add(100, "shard map is inconsistent", FAILURE, Level.CRITICAL, Verdict.GRAVE);
        work(101);

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.title()).isEqualTo("Fatal error in app: shard map is inconsistent");
            assertThat(finding.count()).isEqualTo(1);
            assertThat(finding.evidence()).extracting(e -> e.line()).containsExactly(101L);
        });
    }

    @Test
    void anErrorThatEndsTheFileAndSpeaksOfTheEndStandsOut() {
        for (int i = 0; i < 100; i++) {
            work(i);
        }
        add(100, "no inbox, cannot start", FAILURE, Level.ERROR, Verdict.STATED);

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(finding.title()).contains("no inbox, cannot start");
        });
    }

    @Test
    void aSingleErrorAmongOthersStaysLow() {
        for (int i = 0; i < 100; i++) {
            work(i);
        }
        add(100, "cannot parse coupon", FAILURE, Level.ERROR, Verdict.STATED);

        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.LOW));
    }

    @Test
    void explainedRecordsAreLeftToTheRules() {
        for (int i = 0; i < 1000; i++) {
            work(i);
            add(i, "known", FAILURE, Level.ERROR, Verdict.EXPLAINED);
        }

        assertThat(findings()).isEmpty();
    }

    @Test
    void aHeartbeatThatStopsIsNoticed() {
        for (int i = 0; i < 2000; i++) {
            work(i);
            if (i < 1200 && i % 10 == 0) {
                add(i, "heartbeat", HEARTBEAT, Level.INFO, Verdict.ORDINARY);
            }
        }

        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.title()).contains("stopped"));
    }

    @Test
    void aClockThatIsSetBackIsNoticedOnce() {
        for (int i = 0; i < 100; i++) {
            work(i < 50 ? 10_000 + i : 6_000 + i);
        }

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("statistics.time-back");
            assertThat(finding.evidence()).extracting(e -> e.line()).containsExactly(50L, 51L);
        });
    }

    @Test
    void recordsThatAreAlwaysOutOfOrderAreNoClockThatIsSetBack() {
        for (int i = 0; i < 1000; i++) {
            work(i % 7 == 0 ? i : 5_000 + i);
        }

        assertThat(findings()).isEmpty();
    }

    private void work(long second) {
        add(second, "work done", WORK, Level.INFO, Verdict.ORDINARY);
    }

    private void add(long second, String text, int group, Level level, Verdict verdict) {
        line++;
        LogRecord record = new LogRecord(
                "a.log", line, 1, NOON.plusSeconds(second), level, "", "app", -1, text, "", text, Map.of());
        statistics.accept(record, group, verdict);
    }

    private List<Finding> findings() {
        return statistics.findings(group -> group, template -> "template " + template);
    }
}
