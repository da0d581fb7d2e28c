package org.auleos.tools.log.internal.stats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.auleos.tools.log.internal.finding.Evidence;
import org.auleos.tools.log.internal.record.LogRecord;
import org.auleos.tools.log.internal.rules.SeenLine;
import org.auleos.tools.log.internal.rules.Verdict;
import org.jspecify.annotations.Nullable;

/** What one template did over time. Confined to one thread. */
final class Activity {

    private final Timeline timeline = new Timeline();
    private final List<SeenLine> earliest = new ArrayList<>(3);
    private final String path;
    private final String process;
    private long count;
    private long stated;
    private Verdict worst = Verdict.ORDINARY;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable SeenLine latest;

    Activity(LogRecord record) {
        this.path = record.path();
        this.process = record.process();
    }

    /** Counts a record; the lines of ordinary ones are not kept. */
    void add(LogRecord record, @Nullable Instant time, Verdict verdict) {
        count++;
        if (time != null) {
            timeline.add(time.getEpochSecond());
            first = first == null || time.isBefore(first) ? time : first;
            last = last == null || time.isAfter(last) ? time : last;
        }
        if (verdict != Verdict.ORDINARY) {
            alarm(record, verdict);
        }
    }

    private void alarm(LogRecord record, Verdict verdict) {
        worst = verdict.compareTo(worst) > 0 ? verdict : worst;
        stated += record.level() == org.auleos.tools.log.internal.record.Level.UNKNOWN ? 0 : 1;
        latest = SeenLine.of(record);
        if (earliest.size() < 3) {
            earliest.add(latest);
        }
    }

    /** Takes over what another group of the same template did later. */
    void join(Activity other) {
        count += other.count;
        stated += other.stated;
        timeline.addAll(other.timeline);
        worst = other.worst.compareTo(worst) > 0 ? other.worst : worst;
        first = first == null || (other.first != null && other.first.isBefore(first)) ? other.first : first;
        last = last == null || (other.last != null && other.last.isAfter(last)) ? other.last : last;
        other.earliest.stream().limit(3 - earliest.size()).forEach(earliest::add);
        latest = other.latest == null ? latest : other.latest;
    }

    Timeline timeline() {
        return timeline;
    }

    String path() {
        return path;
    }

    String process() {
        return process;
    }

    long count() {
        return count;
    }

    /** Whether the records state a level themselves, so that it need not be guessed from words. */
    boolean isStated() {
        return stated > 0;
    }

    Verdict worst() {
        return worst;
    }

    @Nullable
    Instant first() {
        return first;
    }

    @Nullable
    Instant last() {
        return last;
    }

    List<Evidence> evidence() {
        Set<SeenLine> lines = new LinkedHashSet<>(earliest);
        if (latest != null) {
            lines.add(latest);
        }
        return lines.stream().map(SeenLine::evidence).toList();
    }
}
