package org.auleos.tools.log.internal.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.auleos.tools.log.internal.finding.Evidence;
import org.auleos.tools.log.internal.finding.Finding;
import org.auleos.tools.log.internal.finding.FindingId;
import org.auleos.tools.log.internal.finding.Severity;
import org.auleos.tools.log.internal.finding.Tier;
import org.auleos.tools.log.internal.rules.Verdict;

/** Judges templates that complain and that no rule knows: by how many, how suddenly, since when. */
final class Alarms {

    private static final int MAX_APART = 4;
    private static final int MANY_STATED = 4;
    private static final int MANY_SHARED = 8;
    private static final int MANY_BY_WORDS = 20;
    /** So few records, as the last ones of a file, are taken as the reason why it ends. */
    private static final int FEW = 2;

    /** Words about whether a program runs at all. */
    private static final Pattern LIFE = Pattern.compile(
            "(?i)\\b(?:start|boot|init|launch|giv(?:e|ing) up|missing|must be|required|usage|exit|abort|terminat|stop|shut|quit|config|bind|listen|load|open|crash|dies?\\b|died)");

    private static final int LONGEST_TITLE = 140;
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
        String what = apart(activity, extent);
        if (what.isEmpty()) {
            return new Judged(template, activity, "Error", Severity.LOW, 0.4);
        }
        return new Judged(template, activity, what, Severity.MEDIUM, activity.isStated() ? 0.6 : 0.4);
    }

    /** What makes the template worth a finding of its own, or empty. */
    private static String apart(Activity activity, Extent extent) {
        if (activity.worst() == Verdict.GRAVE) {
            return "Fatal error";
        }
        if (activity.isTraced()) {
            return "Exception";
        }
        if ((activity.isStated() || activity.isWarned()) && endsWith(activity, extent)) {
            return activity.isStated() ? "Last error before the end" : "Last warning before the end";
        }
        double begin = extent.position(activity.first());
        boolean boot = activity.process().equals("kernel") || (!activity.isStated() && begin < 0.02);
        return activity.count() >= many(activity) && !boot ? standsOut(activity, extent, begin) : "";
    }

    private static int many(Activity activity) {
        if (activity.isStated()) {
            return activity.isShared() ? MANY_SHARED : MANY_STATED;
        }
        return activity.isWarned() && !activity.isShared() ? MANY_SHARED : MANY_BY_WORDS;
    }

    private static String standsOut(Activity activity, Extent extent, double begin) {
        long moment = Math.max(SHORTEST_MOMENT, Math.min(LONGEST_MOMENT, extent.seconds() / 10));
        if (activity.timeline().concentration(moment) >= SUDDEN) {
            return activity.isWarned() ? "Burst of warnings" : "Burst of errors";
        }
        if (begin >= LATE && extent.position(activity.last()) > 0.9) {
            return "New error that goes on";
        }
        boolean frequent = activity.isStated() && activity.count() >= FREQUENT * extent.records();
        return frequent && activity.count() >= MANY_BY_WORDS ? "Error that comes all the time" : "";
    }

    /** Whether the file, and so perhaps the program, ends right after the few records there are, and they speak of that. */
    private static boolean endsWith(Activity activity, Extent extent) {
        return activity.count() <= FEW
                && extent.records() - activity.position() <= FEW
                && !activity.isShared()
                && LIFE.matcher(activity.message()).find();
    }

    private static Finding finding(Judged judged, String text) {
        Activity activity = judged.activity();
        String about = activity.process().isEmpty() ? fileName(activity.path()) : activity.process();
        String message = activity.message().isBlank() ? text : activity.message();
        return new Finding(
                FindingId.of("statistics.errors", text),
                "%s in %s: %s".formatted(judged.what(), about, shortened(message)),
                judged.severity(),
                judged.confidence(),
                Tier.STATISTICS,
                "unknown",
                activity.count(),
                activity.first(),
                activity.last(),
                "%s reports this %d times; no rule explains it, so read the lines: \"%s\"."
                        .formatted(about, activity.count(), text),
                activity.evidence(),
                null);
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_TITLE ? text.substring(0, LONGEST_TITLE - 1) + "…" : text;
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
