package org.auleos.tools.log.internal.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.auleos.tools.log.internal.finding.Kinship;

/** All rules, compiled for matching, and how they relate. Immutable, safe for any thread. */
public final class RuleBook implements Kinship {

    /** Read when it is first asked for, for a node that never scans should not pay for it. */
    private static final class Shipped {
        private static final RuleBook BOOK = new RuleBook(RulePack.shipped().stream()
                .flatMap(pack -> pack.rules().stream())
                .toList());
    }

    private final List<Rule> rules;
    private final Lane texts;
    private final Lane accesses;
    private final Map<String, Rule.Relations> relations = new HashMap<>();

    RuleBook(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.texts = new Lane(rules, false, AlarmWords.ALL);
        this.accesses = new Lane(rules, true, List.of());
        rules.forEach(rule -> relations.put(rule.id(), rule.relations()));
    }

    /** The packs of this bundle. */
    public static RuleBook shipped() {
        return Shipped.BOOK;
    }

    List<Rule> rules() {
        return rules;
    }

    /** The rules for everything but access logs. */
    Lane texts() {
        return texts;
    }

    /** The rules for access logs. */
    Lane accesses() {
        return accesses;
    }

    @Override
    public boolean absorbs(String rule, String other) {
        Rule.Relations known = relations.get(rule);
        return known != null
                && (known.absorbs().contains(other) || known.signs().contains(other));
    }

    @Override
    public boolean completes(String rule, String other) {
        Rule.Relations known = relations.get(rule);
        return known != null && known.signs().contains(other);
    }

    @Override
    public boolean leadsTo(String rule, String other) {
        Rule.Relations known = relations.get(rule);
        return known != null
                && !rule.equals(other)
                && known.leadsTo().stream().anyMatch(pattern -> fits(pattern, other));
    }

    private static boolean fits(String pattern, String rule) {
        return pattern.endsWith("*")
                ? rule.startsWith(pattern.substring(0, pattern.length() - 1))
                : rule.equals(pattern);
    }
}
