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
    private final String message;
    private final boolean shared;
    private long traced;
    private long position;
    private Verdict worst = Verdict.ORDINARY;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable SeenLine latest;

    Activity(LogRecord record) {
        this.path = record.path();
        this.process = record.process();
        this.message = record.message();
        this.shared = !record.host().isEmpty();
    }

    /**
     * Counts a record; the lines of ordinary ones are not kept.
     *
     * @param ordinal number of the record in its file
     */
    void add(LogRecord record, long ordinal, @Nullable Instant time, Verdict verdict) {
        count++;
        position = ordinal;
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
        traced += Traces.isIn(record.detail()) ? 1 : 0;
        latest = SeenLine.of(record);
        if (earliest.size() < 3) {
            earliest.add(latest);
        }
    }

    /** Takes over what another group of the same template did later. */
    void join(Activity other) {
        count += other.count;
        traced += other.traced;
        position = Math.max(position, other.position);
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

    /** The text of the first record. */
    String message() {
        return message;
    }

    /** Whether the records stand in a log of a whole machine, which names the host, rather than of one program. */
    boolean isShared() {
        return shared;
    }

    /** Number of the last record in its file, from 1. */
    long position() {
        return position;
    }

    /** Whether a record comes with the trace of an exception. */
    boolean isTraced() {
        return traced > 0;
    }

    /** Whether the records call themselves errors, so that it need not be guessed from words. */
    boolean isStated() {
        return worst.compareTo(Verdict.STATED) >= 0;
    }

    /** Whether the records call themselves warnings and speak of a failure. */
    boolean isWarned() {
        return worst == Verdict.WARNED;
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
