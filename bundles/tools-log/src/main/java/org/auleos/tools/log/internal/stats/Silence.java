package org.auleos.tools.log.internal.stats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.auleos.tools.log.internal.finding.Finding;
import org.auleos.tools.log.internal.finding.FindingId;
import org.auleos.tools.log.internal.finding.Severity;
import org.auleos.tools.log.internal.finding.Tier;

/** Finds templates that came as regularly as a heartbeat and then stopped, while their file went on. */
final class Silence {

    private static final int MANY = 40;
    private static final long ENOUGH_AFTER = 50;
    private static final double REGULAR = 0.95;
    private static final double LONG = 0.4;
    private static final double QUIET = 0.25;
    private static final int MAX_FINDINGS = 2;

    private Silence() {}

    static List<Finding> of(Map<Integer, Activity> ordinary, IntFunction<String> textOf, Map<String, Extent> extents) {
        List<Finding> findings = new ArrayList<>();
        ordinary.forEach((template, activity) -> {
            Extent extent = extents.get(activity.path());
            if (extent != null && findings.size() < MAX_FINDINGS && isSilent(activity, extent)) {
                findings.add(finding(activity, textOf.apply(template)));
            }
        });
        return findings;
    }

    private static boolean isSilent(Activity activity, Extent extent) {
        Instant last = activity.last();
        if (last == null || activity.count() < MANY || activity.timeline().coverage() < REGULAR) {
            return false;
        }
        double from = extent.position(activity.first());
        double to = extent.position(last);
        boolean even = activity.timeline().peak() <= 3 * activity.count() / Timeline.BUCKETS + 3;
        return even && to - from >= LONG && 1 - to >= QUIET && extent.recordsAfter(last) >= ENOUGH_AFTER;
    }

    private static Finding finding(Activity activity, String text) {
        Duration between = Duration.between(activity.first(), activity.last()).dividedBy(activity.count());
        return new Finding(
                FindingId.of("statistics.silence", text),
                "A regular message stopped: " + text,
                Severity.LOW,
                0.4,
                Tier.STATISTICS,
                "unknown",
                activity.count(),
                activity.first(),
                activity.last(),
                "It came about every %d s and stopped while the rest of the file goes on; what sends it may hang."
                        .formatted(Math.max(1, between.toSeconds())),
                List.of(),
                null);
    }
}
