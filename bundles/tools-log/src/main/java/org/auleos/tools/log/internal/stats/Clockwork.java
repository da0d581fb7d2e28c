package org.auleos.tools.log.internal.stats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.auleos.tools.log.internal.finding.Finding;
import org.auleos.tools.log.internal.finding.FindingId;
import org.auleos.tools.log.internal.finding.Severity;
import org.auleos.tools.log.internal.finding.Tier;
import org.auleos.tools.log.internal.record.LogRecord;
import org.auleos.tools.log.internal.rules.SeenLine;
import org.jspecify.annotations.Nullable;

/** Watches the order of times in each file: a clock set back shows as a file whose times jump back and then go on. Confined to one thread. */
final class Clockwork {

    private static final Duration JUMP = Duration.ofMinutes(5);
    /** From here on a file joined from parts is likelier than a clock. */
    private static final Duration DAY = Duration.ofDays(1);

    private static final Duration DAYLIGHT = Duration.ofHours(1);
    private static final Duration DAYLIGHT_SLACK = Duration.ofMinutes(2);
    private static final int STEADY = 20;
    private static final int MAX_FINDINGS = 3;

    /** A step back that is not yet known to last. */
    private record Step(SeenLine before, SeenLine after, Instant from, Instant to) {}

    private final List<Finding> findings = new ArrayList<>();
    private String path = "";
    private @Nullable LogRecord previous;
    private int forward;
    private int backward;
    private @Nullable Step step;

    void add(LogRecord record) {
        Instant time = record.time();
        if (time == null) {
            return;
        }
        if (!path.equals(record.path())) {
            path = record.path();
            previous = null;
            step = null;
            forward = 0;
            backward = 0;
        }
        compare(record, time);
        previous = record;
    }

    private void compare(LogRecord record, Instant time) {
        LogRecord last = previous;
        Instant before = last == null ? null : last.time();
        if (last == null || before == null) {
            return;
        }
        if (time.isBefore(before)) {
            back(last, record, before, time);
            return;
        }
        forward++;
        Step pending = step;
        if (pending != null && time.isAfter(pending.from()) && forward < STEADY) {
            step = null;
        } else if (pending != null && forward == STEADY) {
            report(pending);
            step = null;
        }
    }

    private void back(LogRecord last, LogRecord record, Instant before, Instant time) {
        boolean far = Duration.between(time, before).compareTo(JUMP) >= 0;
        boolean orderly = forward >= STEADY && backward == 0;
        step = far && orderly ? new Step(SeenLine.of(last), SeenLine.of(record), before, time) : null;
        backward += far && orderly ? 0 : 1;
        forward = 0;
    }

    private void report(Step jump) {
        if (findings.size() == MAX_FINDINGS) {
            return;
        }
        Duration length = Duration.between(jump.to(), jump.from());
        boolean daylight = length.minus(DAYLIGHT).abs().compareTo(DAYLIGHT_SLACK) < 0;
        String text = "After " + jump.from() + " the times of this file go on from " + jump.to()
                + ": the clock was set back, or parts of the log are not in order."
                + (daylight ? " About an hour: the end of daylight saving time, if the log states no zone." : "");
        findings.add(new Finding(
                FindingId.of("statistics.time-back", jump.after().path()),
                "Time goes back by " + length.toSeconds() + " s within a log",
                daylight ? Severity.INFO : length.compareTo(DAY) > 0 ? Severity.LOW : Severity.MEDIUM,
                0.6,
                Tier.STATISTICS,
                "time",
                1,
                jump.to(),
                jump.from(),
                text,
                List.of(jump.before().evidence(), jump.after().evidence()),
                null));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
