package org.auleos.tools.log.internal.rules;

import java.util.List;
import org.auleos.tools.log.internal.rules.Rule.Clause;
import org.auleos.tools.log.internal.rules.Rule.Match;
import org.auleos.tools.log.internal.rules.Rule.Role;

/**
 * A clause of a rule, to be looked at more closely when its first needle was seen.
 *
 * @param rule number of the rule
 * @param role what a match means
 * @param needles numbers of the needles that must all occur; none for a clause on fields only
 * @param unless numbers of the needles of which none may occur
 */
record Candidate(int rule, Role role, Match match, Clause clause, List<Integer> needles, List<Integer> unless) {

    /** Whether the needles that were found allow a match. */
    boolean holds(Hits hits) {
        for (int needle : needles) {
            if (!hits.has(needle)) {
                return false;
            }
        }
        for (int needle : unless) {
            if (hits.has(needle)) {
                return false;
            }
        }
        return true;
    }

    /** Where the first needle ended, or the beginning of the record. */
    int position(Hits hits) {
        return needles.isEmpty() ? 0 : hits.end(needles.get(0));
    }
}
