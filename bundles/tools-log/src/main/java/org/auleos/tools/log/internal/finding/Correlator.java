package org.auleos.tools.log.internal.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts findings of several files together: drops what a more specific finding covers, says which may be the cause of which, and ranks
 * what is left. Applied twice, it changes nothing more. Immutable.
 */
public final class Correlator {

    /** How much later than its cause a consequence begins at most, while the cause is not over. */
    private static final Duration REACH = Duration.ofMinutes(15);

    /** How much earlier than its cause a consequence may be logged: buffered logs, whole seconds. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private static final Duration COVER = Duration.ofMinutes(10);

    /** How many findings a report aims at; only findings above low may exceed it. */
    static final int FEW = 12;

    private final Kinship kinship;

    public Correlator(Kinship kinship) {
        this.kinship = kinship;
    }

    /** The findings, fewer, related and ranked; the most important first. */
    public List<Finding> correlate(List<Finding> findings) {
        List<Finding> distinct = distinct(findings);
        List<Finding> kept = distinct.stream()
                .filter(finding -> !isCovered(finding, distinct))
                .map(finding -> completed(finding, distinct))
                .toList();
        Set<String> consequences = new HashSet<>();
        List<Finding> related = new ArrayList<>();
        for (Finding finding : kept) {
            related.add(relate(finding, kept, consequences));
        }
        related.sort(ranking(consequences));
        return few(related);
    }

    private static List<Finding> distinct(List<Finding> findings) {
        Set<String> ids = new HashSet<>();
        return findings.stream().filter(finding -> ids.add(finding.id())).toList();
    }

    private boolean isCovered(Finding finding, List<Finding> all) {
        return all.stream()
                .anyMatch(other -> !other.id().equals(finding.id())
                        && kinship.absorbs(other.rule(), finding.rule())
                        && !kinship.absorbs(finding.rule(), other.rule())
                        && covers(other, finding));
    }

    /** The finding with its further lines: those about the same group where there are such, or else all. */
    private Finding completed(Finding finding, List<Finding> all) {
        List<Finding> more = all.stream()
                .filter(other -> kinship.completes(finding.rule(), other.rule()) && covers(finding, other))
                .toList();
        List<Finding> same = more.stream()
                .filter(other -> other.group().equals(finding.group()))
                .toList();
        return (same.isEmpty() ? more : same).stream().reduce(finding, Finding::with, Finding::with);
    }

    private static boolean covers(Finding wide, Finding narrow) {
        if (wide.firstSeen() == null
                || wide.lastSeen() == null
                || narrow.firstSeen() == null
                || narrow.lastSeen() == null) {
            return paths(wide).stream().anyMatch(paths(narrow)::contains);
        }
        return !narrow.firstSeen().isBefore(wide.firstSeen().minus(COVER))
                && !narrow.lastSeen().isAfter(wide.lastSeen().plus(COVER));
    }

    private static Set<String> paths(Finding finding) {
        Set<String> paths = new HashSet<>();
        finding.evidence().forEach(evidence -> paths.add(evidence.path()));
        return paths;
    }

    private Finding relate(Finding finding, List<Finding> all, Set<String> consequences) {
        Optional<Finding> cause = all.stream()
                .filter(other -> !other.id().equals(finding.id()) && isCause(other, finding))
                .max(Comparator.comparing(Finding::severity).thenComparing(Finding::confidence));
        Finding result = finding;
        if (cause.isPresent()) {
            consequences.add(finding.id());
            result = result.withNote("Probably a consequence of: " + cause.get().title() + ".");
        }
        List<String> effects = all.stream()
                .filter(other -> !other.id().equals(finding.id()) && isCause(finding, other))
                .map(Finding::title)
                .toList();
        return effects.isEmpty() ? result : result.withNote("May have led to: " + String.join("; ", effects) + ".");
    }

    private boolean isCause(Finding cause, Finding effect) {
        Instant began = cause.firstSeen();
        Instant ended = cause.lastSeen();
        Instant followed = effect.firstSeen();
        if (began == null || ended == null || followed == null || !kinship.leadsTo(cause.rule(), effect.rule())) {
            return false;
        }
        boolean mutual = kinship.leadsTo(effect.rule(), cause.rule());
        boolean after = mutual ? followed.isAfter(began) : !followed.isBefore(began.minus(SLACK));
        return after && !followed.isAfter(ended.plus(REACH));
    }

    private static Comparator<Finding> ranking(Set<String> consequences) {
        return Comparator.comparing(Finding::severity)
                .reversed()
                .thenComparing(finding -> consequences.contains(finding.id()))
                .thenComparing(Comparator.comparing(Finding::confidence).reversed())
                .thenComparing(Finding::lastSeen, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Comparator.comparing(Finding::count).reversed())
                .thenComparing(Finding::id);
    }

    private static List<Finding> few(List<Finding> ranked) {
        List<Finding> few = new ArrayList<>();
        for (Finding finding : ranked) {
            if (few.size() < FEW || finding.severity().compareTo(Severity.LOW) > 0) {
                few.add(finding);
            }
        }
        return List.copyOf(few);
    }
}
