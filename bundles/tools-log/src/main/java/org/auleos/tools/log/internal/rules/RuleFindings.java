package org.auleos.tools.log.internal.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.auleos.tools.log.internal.finding.Action;
import org.auleos.tools.log.internal.finding.Evidence;
import org.auleos.tools.log.internal.finding.Finding;
import org.auleos.tools.log.internal.finding.FindingId;
import org.auleos.tools.log.internal.finding.Severity;
import org.auleos.tools.log.internal.finding.Tier;
import org.auleos.tools.log.internal.rules.Rule.FollowUp;
import org.auleos.tools.log.internal.rules.Rule.Meaning;
import org.auleos.tools.log.internal.rules.Rule.Raise;
import org.jspecify.annotations.Nullable;

/** Turns what the trackers counted into findings: one a group, or one for all groups when there are many. */
final class RuleFindings {

    /** From more groups than this on, a rule's groups are told as one finding. */
    private static final int MAX_GROUPS_APART = 3;

    private RuleFindings() {}

    static List<Finding> of(List<RuleTracker> trackers) {
        List<Finding> findings = new ArrayList<>();
        for (RuleTracker tracker : trackers) {
            Map<String, GroupState> followed = new LinkedHashMap<>();
            Map<String, GroupState> others = new LinkedHashMap<>();
            tracker.triggered().forEach((key, state) -> (state.followed() ? followed : others).put(key, state));
            findings.addAll(tell(tracker.rule(), followed));
            findings.addAll(tell(tracker.rule(), others));
        }
        return findings;
    }

    private static List<Finding> tell(Rule rule, Map<String, GroupState> groups) {
        if (groups.size() > MAX_GROUPS_APART) {
            return List.of(finding(rule, "*", groups.values()));
        }
        List<Finding> findings = new ArrayList<>();
        groups.forEach((key, state) -> findings.add(finding(rule, key, List.of(state))));
        return findings;
    }

    private static Finding finding(Rule rule, String group, Collection<GroupState> states) {
        Meaning meaning = rule.meaning();
        FollowUp followUp = states.iterator().next().followed() ? rule.followUp() : null;
        Map<String, Set<String>> values = values(states);
        String title = followUp == null ? meaning.title() : followUp.title();
        String explanation = followUp == null ? meaning.explanation() : followUp.explanation();
        return new Finding(
                FindingId.of(rule.id(), group),
                Wording.fill(title, values),
                severity(rule, followUp, states),
                followUp == null ? meaning.confidence() : followUp.confidence(),
                Tier.RULES,
                meaning.category(),
                states.stream().mapToLong(GroupState::count).sum(),
                bound(states, GroupState::first, Comparator.naturalOrder()),
                bound(states, GroupState::last, Comparator.reverseOrder()),
                Wording.fill(explanation, values),
                evidence(states),
                action(meaning.action(), values));
    }

    private static Severity severity(Rule rule, @Nullable FollowUp followUp, Collection<GroupState> states) {
        Severity severity = followUp == null ? rule.meaning().severity() : followUp.severity();
        for (Raise raise : rule.trigger().raise()) {
            boolean raised = states.stream().anyMatch(state -> state.reaches(raise));
            severity = raised && raise.severity().compareTo(severity) > 0 ? raise.severity() : severity;
        }
        return severity;
    }

    private static Map<String, Set<String>> values(Collection<GroupState> states) {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        List<GroupState> largestFirst = states.stream()
                .sorted(Comparator.comparingLong(GroupState::count).reversed())
                .toList();
        for (GroupState state : largestFirst) {
            state.values()
                    .forEach((name, some) -> all.computeIfAbsent(name, key -> new LinkedHashSet<>())
                            .addAll(some));
        }
        all.put(
                "count",
                Set.of(String.valueOf(
                        states.stream().mapToLong(GroupState::count).sum())));
        return all;
    }

    private static @Nullable Instant bound(
            Collection<GroupState> states, Function<GroupState, @Nullable Instant> end, Comparator<Instant> order) {
        Optional<Instant> bound =
                states.stream().map(end).filter(Objects::nonNull).min(order);
        return bound.orElse(null);
    }

    /** The lines of the largest groups in turn: first the first of each, so that each of the largest is seen. */
    private static List<Evidence> evidence(Collection<GroupState> states) {
        List<List<Evidence>> lines = states.stream()
                .sorted(Comparator.comparingLong(GroupState::count).reversed())
                .limit(Finding.MAX_EVIDENCE)
                .map(GroupState::evidence)
                .toList();
        Set<Evidence> mixed = new LinkedHashSet<>();
        for (int i = 0; i < Finding.MAX_EVIDENCE; i++) {
            for (List<Evidence> some : lines) {
                if (i < some.size()) {
                    mixed.add(some.get(i));
                }
            }
        }
        return mixed.stream().limit(Finding.MAX_EVIDENCE).toList();
    }

    private static @Nullable Action action(@Nullable Action template, Map<String, Set<String>> values) {
        if (template == null) {
            return null;
        }
        Map<String, String> single = new LinkedHashMap<>();
        values.forEach((name, all) -> single.put(name, all.iterator().next()));
        Map<String, String> input = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : template.input().entrySet()) {
            if (!single.keySet().containsAll(Wording.placeholders(entry.getValue()))) {
                return null;
            }
            input.put(entry.getKey(), Wording.exact(entry.getValue(), single));
        }
        return new Action(template.tool(), input, template.undoable(), template.why());
    }
}
