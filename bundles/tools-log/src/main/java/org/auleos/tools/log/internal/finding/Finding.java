package org.auleos.tools.log.internal.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong, with the lines that show it.
 *
 * @param id the rule's id, a colon, and a hash of the group; the same in every scan of the same incident
 * @param confidence how sure the tier is, 0 to 1
 * @param count how many records count towards it, at least 1
 * @param firstSeen time of the first such record, or null when none carries a time
 * @param lastSeen time of the last such record, or null when none carries a time
 * @param explanation what it means and where to look, plain text
 * @param evidence at most {@value #MAX_EVIDENCE} lines: the first, some around the peak, the last
 */
public record Finding(
        String id,
        String title,
        Severity severity,
        double confidence,
        Tier tier,
        String category,
        long count,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        String explanation,
        List<Evidence> evidence,
        @Nullable Action action) {

    /** How many evidence lines a finding carries at most. */
    public static final int MAX_EVIDENCE = 5;

    private static final int MAX_ADDED = 2;

    public Finding {
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("confidence of " + id + " is " + confidence + "; expected 0 to 1");
        }
        title = EvidenceText.clean(title);
        evidence = List.copyOf(evidence.subList(0, Math.min(MAX_EVIDENCE, evidence.size())));
    }

    /** The part of the id before the group: which rule or statistic found it. */
    public String rule() {
        int colon = id.indexOf(':');
        return colon < 0 ? id : id.substring(0, colon);
    }

    /** The part of the id behind the rule: equal for equal groups, whatever the rule. */
    String group() {
        return id.substring(Math.min(id.length(), rule().length() + 1));
    }

    /** This finding with the lines and the time of another one, which tells more of the same incident; the count stays. */
    public Finding with(Finding more) {
        List<Evidence> lines = new ArrayList<>(evidence);
        List<Evidence> others = more.evidence().stream()
                .filter(line -> !lines.contains(line))
                .limit(MAX_ADDED)
                .toList();
        lines.addAll(Math.min(lines.size(), MAX_EVIDENCE - others.size()), others);
        return new Finding(
                id,
                title,
                severity,
                confidence,
                tier,
                category,
                count,
                bound(firstSeen, more.firstSeen(), Comparator.naturalOrder()),
                bound(lastSeen, more.lastSeen(), Comparator.reverseOrder()),
                explanation,
                lines.subList(0, Math.min(MAX_EVIDENCE, lines.size())),
                action);
    }

    private static @Nullable Instant bound(@Nullable Instant one, @Nullable Instant two, Comparator<Instant> order) {
        if (one == null || two == null) {
            return one == null ? two : one;
        }
        return order.compare(one, two) <= 0 ? one : two;
    }

    /** This finding with one more sentence of explanation; itself when the sentence is there already. */
    public Finding withNote(String sentence) {
        if (explanation.contains(sentence)) {
            return this;
        }
        String longer = explanation.isEmpty() ? sentence : explanation + " " + sentence;
        return new Finding(
                id, title, severity, confidence, tier, category, count, firstSeen, lastSeen, longer, evidence, action);
    }
}
