package org.auleos.tools.log.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CorrelatorTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private final Correlator correlator = new Correlator(new Kinship() {
        @Override
        public boolean absorbs(String rule, String other) {
            return rule.equals("specific") && (other.equals("vague") || other.equals("sign"));
        }

        @Override
        public boolean completes(String rule, String other) {
            return rule.equals("specific") && other.equals("sign");
        }

        @Override
        public boolean leadsTo(String rule, String other) {
            return rule.equals("disk") && other.equals("database");
        }
    });

    @Test
    void aSpecificFindingAbsorbsAVagueOneOfTheSameTime() {
        List<Finding> found = correlator.correlate(
                List.of(finding("vague", Severity.HIGH, 5, 60), finding("specific", Severity.MEDIUM, 0, 60)));

        assertThat(found).extracting(Finding::rule).containsExactly("specific");
    }

    @Test
    void aSignLendsItsTimeToTheFindingItBelongsTo() {
        List<Finding> found = correlator.correlate(
                List.of(finding("sign", Severity.HIGH, 0, 90), finding("specific", Severity.MEDIUM, 5, 60)));

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("specific");
            assertThat(finding.firstSeen()).isEqualTo(NOON);
        });
    }

    @Test
    void aSignOfTheSameGroupIsPreferred() {
        List<Finding> found = correlator.correlate(List.of(
                finding("sign", "other", Severity.HIGH, 0, 90),
                finding("sign", "mine", Severity.HIGH, 3, 57),
                finding("specific", "mine", Severity.MEDIUM, 5, 60)));

        assertThat(found)
                .singleElement()
                .satisfies(finding -> assertThat(finding.firstSeen()).isEqualTo(NOON.plusSeconds(3)));
    }

    @Test
    void aVagueFindingOfAnotherTimeStays() {
        List<Finding> found = correlator.correlate(
                List.of(finding("vague", Severity.HIGH, 36_000, 60), finding("specific", Severity.MEDIUM, 0, 60)));

        assertThat(found).extracting(Finding::rule).containsExactly("vague", "specific");
    }

    @Test
    void aCauseAndItsConsequenceNameEachOther() {
        List<Finding> found = correlator.correlate(
                List.of(finding("database", Severity.HIGH, 30, 60), finding("disk", Severity.HIGH, 0, 60)));

        assertThat(found).extracting(Finding::rule).containsExactly("disk", "database");
        assertThat(found.get(0).explanation()).contains("May have led to: Title of database.");
        assertThat(found.get(1).explanation()).contains("Probably a consequence of: Title of disk.");
    }

    @Test
    void whatBeganEarlierIsNoConsequence() {
        List<Finding> found = correlator.correlate(
                List.of(finding("database", Severity.HIGH, 0, 60), finding("disk", Severity.HIGH, 30, 60)));

        assertThat(found).noneMatch(finding -> finding.explanation().contains("consequence"));
    }

    @Test
    void correlatingTwiceChangesNothing() {
        List<Finding> once = correlator.correlate(
                List.of(finding("database", Severity.HIGH, 30, 60), finding("disk", Severity.HIGH, 0, 60)));

        assertThat(correlator.correlate(once)).isEqualTo(once);
    }

    @Test
    void onlyLesserFindingsAreLeftOutOfALongList() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(finding("low" + i, Severity.LOW, 0, 1));
            many.add(finding("high" + i, Severity.HIGH, 0, 1));
        }

        List<Finding> found = correlator.correlate(many);

        assertThat(found).hasSize(20).allMatch(finding -> finding.severity() == Severity.HIGH);
    }

    private static Finding finding(String rule, Severity severity, long beginsAfter, long lasts) {
        return finding(rule, "0", severity, beginsAfter, lasts);
    }

    private static Finding finding(String rule, String group, Severity severity, long beginsAfter, long lasts) {
        Instant first = NOON.plusSeconds(beginsAfter);
        return new Finding(
                rule + ":" + group,
                "Title of " + rule,
                severity,
                0.9,
                Tier.RULES,
                "test",
                3,
                first,
                first.plusSeconds(lasts),
                "Explanation.",
                List.of(new Evidence("a.log", 1, "line")),
                null);
    }
}
