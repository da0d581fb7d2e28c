package org.auleos.tools.log.internal.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.auleos.tools.log.internal.finding.Kinship;

/** What the rule packs say about how their rules relate. Immutable. */
public final class RuleKinship implements Kinship {

    private final Map<String, Rule.Relations> relations = new HashMap<>();

    RuleKinship(List<Rule> rules) {
        rules.forEach(rule -> relations.put(rule.id(), rule.relations()));
    }

    /** The kinship of the packs of this bundle. */
    public static RuleKinship shipped() {
        return new RuleKinship(RulePack.shipped().stream()
                .flatMap(pack -> pack.rules().stream())
                .toList());
    }

    @Override
    public boolean absorbs(String rule, String other) {
        Rule.Relations known = relations.get(rule);
        return known != null && known.absorbs().contains(other);
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
