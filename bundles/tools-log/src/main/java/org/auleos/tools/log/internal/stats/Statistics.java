package org.auleos.tools.log.internal.stats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.auleos.tools.log.internal.finding.Finding;
import org.auleos.tools.log.internal.record.LogRecord;
import org.auleos.tools.log.internal.rules.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Counts what templates do over time, record by record, in bounded memory, and finds what is out of the ordinary for systems no rule
 * knows. Confined to one thread.
 */
public final class Statistics {

    private static final int MAX_ORDINARY = 4096;
    private static final int MAX_ALARMING = 4096;

    private final Map<Integer, Activity> ordinary = new HashMap<>();
    private final Map<Integer, Activity> alarming = new LinkedHashMap<>();
    private final Map<String, Extent> extents = new HashMap<>();
    private final Clockwork clockwork = new Clockwork();
    private Extent extent = new Extent();
    private String path = "";
    private @Nullable Instant time;

    /**
     * Counts a record.
     *
     * @param group number of the record's template so far
     * @param verdict what the rules say about it
     */
    public void accept(LogRecord record, int group, Verdict verdict) {
        if (!path.equals(record.path())) {
            path = record.path();
            extent = extents.computeIfAbsent(path, key -> new Extent());
            time = null;
        }
        time = record.time() == null ? time : record.time();
        extent.add(time);
        clockwork.add(record);
        if (verdict == Verdict.EXPLAINED) {
            return;
        }
        boolean alarm = verdict != Verdict.ORDINARY;
        Map<Integer, Activity> known = alarm ? alarming : ordinary;
        Activity activity = known.get(group);
        if (activity == null && known.size() < (alarm ? MAX_ALARMING : MAX_ORDINARY)) {
            activity = new Activity(record);
            known.put(group, activity);
        }
        if (activity != null) {
            activity.add(record, extent.records(), time, verdict);
        }
    }

    /**
     * What stands out.
     *
     * @param templateOf turns the number of a group into that of its final template
     * @param textOf the text of a final template
     */
    public List<Finding> findings(IntUnaryOperator templateOf, IntFunction<String> textOf) {
        List<Finding> findings = new ArrayList<>(clockwork.findings());
        findings.addAll(Alarms.of(joined(alarming, templateOf), textOf, extents));
        findings.addAll(Silence.of(joined(ordinary, templateOf), textOf, extents));
        return findings;
    }

    private static Map<Integer, Activity> joined(Map<Integer, Activity> groups, IntUnaryOperator templateOf) {
        Map<Integer, Activity> joined = new LinkedHashMap<>();
        groups.forEach((group, activity) -> joined.merge(templateOf.applyAsInt(group), activity, (first, second) -> {
            first.join(second);
            return first;
        }));
        return joined;
    }
}
