package org.auleos.tools.log.internal.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.auleos.tools.log.internal.finding.Evidence;
import org.auleos.tools.log.internal.finding.Finding;
import org.auleos.tools.log.internal.record.Level;
import org.jspecify.annotations.Nullable;

/** What is remembered of one group of matches of one rule: counts, window, a few lines; of bounded size. Confined to one thread. */
final class GroupState {

    /** The largest threshold count, and so the longest ring. */
    static final int MAX_WINDOW_COUNT = 64;

    private static final int MAX_DISTINCT = 256;
    private static final int MAX_VALUES = 50;
    private static final long NO_TIME = Long.MIN_VALUE;

    private final Rule.Trigger trigger;
    private final long[] times;
    private final long[] ordinals;
    private final Map<String, Set<String>> values = new LinkedHashMap<>();
    private final Set<Integer> distinct = new HashSet<>();
    private final List<SeenLine> evidence = new ArrayList<>(2);
    private long count;
    private long added;
    private long narrowest = Long.MAX_VALUE;
    private boolean triggered;
    private Level worst = Level.UNKNOWN;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable SeenLine headline;
    private @Nullable SeenLine peak;
    private @Nullable SeenLine latest;
    private @Nullable SeenLine followUp;

    GroupState(Rule.Trigger trigger) {
        this.trigger = trigger;
        this.times = new long[trigger.count()];
        this.ordinals = new long[trigger.count()];
    }

    /** Counts one match. */
    void add(Sighting sighting) {
        remember(sighting);
        int slot = 0;
        for (int i = Math.min(sighting.weight(), times.length); i > 0; i--) {
            slot = (int) (added++ % times.length);
            times[slot] = sighting.time() == null ? NO_TIME : sighting.time().toEpochMilli();
            ordinals[slot] = sighting.ordinal();
        }
        count += sighting.weight();
        boolean full = added >= times.length;
        if ((full && windowHolds(slot)) || isUrgent(sighting)) {
            triggered = true;
        }
    }

    /** Some of what was counted belongs to another group after all. */
    void leave(long matches) {
        count -= matches;
    }

    private boolean isUrgent(Sighting sighting) {
        return trigger.atOnce() != Level.UNKNOWN && sighting.level().compareTo(trigger.atOnce()) >= 0;
    }

    private void remember(Sighting sighting) {
        Instant time = sighting.time();
        if (time != null) {
            first = first == null || time.isBefore(first) ? time : first;
            last = last == null || time.isAfter(last) ? time : last;
        }
        worst = sighting.level().compareTo(worst) > 0 ? sighting.level() : worst;
        sighting.captures().forEach(this::note);
        if (evidence.size() < 2) {
            evidence.add(sighting.line());
        }
        if (headline == null) {
            headline = sighting.headline();
        }
        latest = sighting.line();
    }

    private void note(String name, String value) {
        Set<String> known = values.computeIfAbsent(name, key -> new LinkedHashSet<>());
        if (known.size() < MAX_VALUES) {
            known.add(value);
        }
        Rule.Distinct wanted = trigger.distinct();
        if (wanted != null && wanted.capture().equals(name) && distinct.size() < MAX_DISTINCT) {
            distinct.add(value.hashCode());
        }
    }

    private boolean windowHolds(int newest) {
        int oldest = (newest + 1) % times.length;
        long span = span(times[oldest], times[newest]);
        if (trigger.windowMillis() > 0 && span > trigger.windowMillis()) {
            return false;
        }
        long passed = ordinals[newest] - ordinals[oldest] + 1;
        if (passed > 0 && times.length < trigger.share() * passed) {
            return false;
        }
        if (span < narrowest) {
            narrowest = span;
            peak = latest;
        }
        Rule.Distinct wanted = trigger.distinct();
        return wanted == null || distinct.size() >= wanted.atLeast();
    }

    private static long span(long from, long to) {
        return from == NO_TIME || to == NO_TIME ? 0 : Math.abs(to - from);
    }

    /** Notes the first record after the trigger that makes it worse. */
    void follow(SeenLine line) {
        if (triggered && followUp == null) {
            followUp = line;
        }
    }

    boolean reaches(Rule.Raise raise) {
        return count >= raise.count() && worst.compareTo(raise.level()) >= 0;
    }

    boolean triggered() {
        return triggered;
    }

    boolean followed() {
        return followUp != null;
    }

    long count() {
        return count;
    }

    @Nullable
    Instant first() {
        return first;
    }

    @Nullable
    Instant last() {
        return last;
    }

    Map<String, Set<String>> values() {
        return values;
    }

    /** First lines, the line at the peak, what followed, the last line, the headline above the first: in that order, each once. */
    List<Evidence> evidence() {
        Set<SeenLine> lines = new LinkedHashSet<>(evidence);
        Stream.of(peak, followUp, latest, headline).filter(Objects::nonNull).forEach(lines::add);
        return lines.stream()
                .map(SeenLine::evidence)
                .limit(Finding.MAX_EVIDENCE)
                .toList();
    }
}
