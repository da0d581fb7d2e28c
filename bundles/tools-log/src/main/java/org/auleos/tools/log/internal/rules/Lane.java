package org.auleos.tools.log.internal.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.auleos.tools.log.internal.rules.Rule.Clause;
import org.auleos.tools.log.internal.rules.Rule.FollowUp;
import org.auleos.tools.log.internal.rules.Rule.Match;
import org.auleos.tools.log.internal.rules.Rule.Role;

/** The rules for one kind of record (access log, or any other), compiled: one automaton, and what each needle may mean. Immutable. */
final class Lane {

    private final Map<String, Integer> numberOf = new LinkedHashMap<>();
    private final Map<Integer, List<Candidate>> byNeedle = new LinkedHashMap<>();
    private final Map<String, List<Candidate>> byField = new LinkedHashMap<>();
    private final Candidate[][] candidates;
    private final NeedleAutomaton automaton;
    private final int words;

    /**
     * @param access which rules to take
     * @param words needles that mean something without any rule; they get the numbers from 0
     */
    Lane(List<Rule> rules, boolean access, List<String> words) {
        words.forEach(this::number);
        this.words = words.size();
        for (int i = 0; i < rules.size(); i++) {
            add(i, rules.get(i), access);
        }
        this.automaton = new NeedleAutomaton(List.copyOf(numberOf.keySet()));
        this.candidates = new Candidate[numberOf.size()][];
        for (int i = 0; i < candidates.length; i++) {
            candidates[i] = byNeedle.getOrDefault(i, List.of()).toArray(Candidate[]::new);
        }
    }

    private void add(int number, Rule rule, boolean access) {
        add(number, rule.match(), Role.COUNT, access);
        add(number, rule.relations().clearedBy(), Role.CLEAR, access);
        FollowUp followUp = rule.followUp();
        if (followUp != null) {
            add(number, followUp.match(), Role.WORSEN, access);
        }
    }

    private void add(int rule, Match match, Role role, boolean access) {
        if (match.access() != access) {
            return;
        }
        List<Integer> unless = match.unless().stream().map(this::number).toList();
        for (Clause clause : match.clauses()) {
            List<Integer> needles = clause.needles().stream().map(this::number).toList();
            Candidate candidate = new Candidate(rule, role, match, clause, needles, unless);
            if (needles.isEmpty()) {
                String field = clause.conditions().fields().get(0).field();
                byField.computeIfAbsent(field, key -> new ArrayList<>()).add(candidate);
            } else {
                byNeedle.computeIfAbsent(needles.get(0), key -> new ArrayList<>())
                        .add(candidate);
            }
        }
    }

    private int number(String needle) {
        return numberOf.computeIfAbsent(needle, key -> numberOf.size());
    }

    void scan(String text, int offset, Hits hits) {
        automaton.scan(text, offset, hits);
    }

    Hits newHits() {
        return new Hits(candidates.length);
    }

    Candidate[] candidates(int needle) {
        return candidates[needle];
    }

    /** Clauses without a needle, by the field their first condition is on. */
    Map<String, List<Candidate>> byField() {
        return byField;
    }

    boolean isWord(int needle) {
        return needle < words;
    }
}
