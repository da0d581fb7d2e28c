package org.auleos.tools.log.internal.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.auleos.tools.log.internal.finding.Evidence;
import org.auleos.tools.log.internal.finding.Finding;
import org.auleos.tools.log.internal.finding.FindingId;
import org.auleos.tools.log.internal.finding.Severity;
import org.auleos.tools.log.internal.finding.Tier;
import org.auleos.tools.log.internal.rules.Verdict;

/** Judges templates that complain and that no rule knows: by how many, how suddenly, since when. */
final class Alarms {

    private static final int MAX_APART = 4;
    private static final int MANY_STATED = 8;
    private static final int MANY_BY_WORDS = 20;
    private static final double SUDDEN = 0.6;
    /** A burst lasts a tenth of the file's time, within these bounds, in seconds. */
    private static final long SHORTEST_MOMENT = 60;

    private static final long LONGEST_MOMENT = 3600;
    private static final double LATE = 0.4;
    private static final double FREQUENT = 0.02;

    /** A template with what stands out about it. */
    private record Judged(int template, Activity activity, String what, Severity severity, double confidence) {}

    private Alarms() {}

    static List<Finding> of(Map<Integer, Activity> alarming, IntFunction<String> textOf, Map<String, Extent> extents) {
        List<Judged> judged = new ArrayList<>();
        alarming.forEach((template, activity) ->
                judged.add(judge(template, activity, extents.getOrDefault(activity.path(), new Extent()))));
        judged.sort(Comparator.comparing(Judged::severity)
                .thenComparing(j -> j.activity().count())
                .reversed());
        List<Finding> findings = new ArrayList<>();
        List<Judged> rest = new ArrayList<>();
        for (Judged one : judged) {
            if (one.severity() == Severity.MEDIUM && findings.size() < MAX_APART) {
                findings.add(finding(one, textOf.apply(one.template())));
            } else {
                rest.add(one);
            }
        }
        if (!rest.isEmpty()) {
            findings.add(remainder(rest, textOf));
        }
        return findings;
    }

    private static Judged judge(int template, Activity activity, Extent extent) {
        boolean stated = activity.isStated();
        boolean grave = activity.worst() == Verdict.GRAVE && stated;
        double sure = stated ? 0.6 : 0.4;
        boolean many = activity.count() >= (stated ? MANY_STATED : MANY_BY_WORDS);
        double begin = extent.position(activity.first());
        boolean boot = !stated && (activity.process().equals("kernel") || begin < 0.02);
        if (grave) {
            return new Judged(template, activity, "a fatal error", Severity.MEDIUM, 0.5);
        }
        long moment = Math.max(SHORTEST_MOMENT, Math.min(LONGEST_MOMENT, extent.seconds() / 10));
        if (many && !boot && activity.timeline().concentration(moment) >= SUDDEN) {
            return new Judged(template, activity, "a burst of errors", Severity.MEDIUM, sure);
        }
        if (many && !boot && begin >= LATE && extent.position(activity.last()) > 0.9) {
            return new Judged(template, activity, "an error that is new and goes on", Severity.MEDIUM, sure);
        }
        if (many && stated && activity.count() >= FREQUENT * extent.records() && activity.count() >= MANY_BY_WORDS) {
            return new Judged(template, activity, "an error that comes all the time", Severity.MEDIUM, 0.5);
        }
        return new Judged(template, activity, "an error", Severity.LOW, 0.4);
    }

    private static Finding finding(Judged judged, String text) {
        Activity activity = judged.activity();
        String about = activity.process().isEmpty() ? activity.path() : activity.process();
        return new Finding(
                FindingId.of("statistics.errors", text),
                "No rule knows this: " + text,
                judged.severity(),
                judged.confidence(),
                Tier.STATISTICS,
                "unknown",
                activity.count(),
                activity.first(),
                activity.last(),
                "%s reports %s, %d times; no rule explains it, so read the lines: \"%s\"."
                        .formatted(about, judged.what(), activity.count(), text),
                activity.evidence(),
                null);
    }

    private static Finding remainder(List<Judged> rest, IntFunction<String> textOf) {
        List<Evidence> evidence = rest.stream()
                .limit(Finding.MAX_EVIDENCE)
                .flatMap(judged -> judged.activity().evidence().stream().limit(1))
                .toList();
        List<String> texts = rest.stream()
                .limit(Finding.MAX_EVIDENCE)
                .map(judged -> "\"" + textOf.apply(judged.template()) + "\" ("
                        + judged.activity().count() + ")")
                .toList();
        var firsts = rest.stream().map(j -> j.activity().first()).filter(java.util.Objects::nonNull);
        var lasts = rest.stream().map(j -> j.activity().last()).filter(java.util.Objects::nonNull);
        return new Finding(
                FindingId.of("statistics.other-errors", ""),
                "Messages that complain about something no rule knows (kinds: " + rest.size() + ")",
                Severity.LOW,
                0.4,
                Tier.STATISTICS,
                "unknown",
                rest.stream().mapToLong(judged -> judged.activity().count()).sum(),
                firsts.min(Comparator.naturalOrder()).orElse(null),
                lasts.max(Comparator.naturalOrder()).orElse(null),
                "Single or steady messages with words of failure; usually routine. The most frequent: "
                        + String.join(", ", texts) + ".",
                evidence,
                null);
    }
}
