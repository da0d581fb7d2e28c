package org.auleos.tools.log.internal.rules;

import java.util.List;
import org.auleos.tools.log.internal.finding.Severity;
import org.auleos.tools.log.internal.record.Level;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a pack: what to look for, when it counts as a finding, and what that means.
 *
 * @param id {@code pack.name}, never reused for something else
 * @param meaning what the finding says
 * @param match which records count
 * @param trigger how many of them make a finding
 * @param followUp what, seen after the trigger, makes it worse; or null
 * @param relations how it stands to other rules
 */
record Rule(
        String id,
        Meaning meaning,
        Match match,
        Trigger trigger,
        @Nullable FollowUp followUp,
        Relations relations) {

    /** Whether records of this kind, matched by some part of the rule, concern a group that was counted before. */
    enum Role {
        /** The record counts. */
        COUNT,
        /** The record, after the trigger, makes it worse. */
        WORSEN,
        /** The record says that the matter is settled: the group is forgotten. */
        CLEAR
    }

    /**
     * What a finding says. Title, explanation and the action's input may hold captures in braces, e.g. {@code {source}}.
     *
     * @param confidence 0 to 1
     * @param action the proposed call, or null
     */
    record Meaning(
            String title,
            Severity severity,
            double confidence,
            String category,
            String explanation,
            org.auleos.tools.log.internal.finding.@Nullable Action action) {}

    /**
     * Which records a rule counts.
     *
     * @param access true for access-log records, false for all others
     * @param clauses one of them must hold
     * @param unless texts of which none may occur
     * @param captures patterns tried in turn on the line for values to group by and to name; they filter nothing
     */
    record Match(boolean access, List<Clause> clauses, List<String> unless, List<Shape> captures) {

        /** Matches nothing. */
        static final Match NEVER = new Match(false, List.of(), List.of(), List.of());
    }

    /**
     * One way to match.
     *
     * @param needles texts that must all occur, ASCII case ignored; the first one marks the evidence line
     * @param shape must be found in the evidence line, or null
     * @param conditions what the record's header and fields must say
     */
    record Clause(List<String> needles, @Nullable Shape shape, Conditions conditions) {}

    /**
     * What the header and fields of a record must say.
     *
     * @param processes beginnings of the process name, one of which must fit, or with a leading {@code !} none; empty for any
     * @param atLeast the least level; UNKNOWN for any
     * @param fields conditions on named fields, all of which must hold
     */
    record Conditions(List<String> processes, Level atLeast, List<FieldCondition> fields) {}

    /**
     * When matches become a finding.
     *
     * @param group the captures (or fields) that tell incidents apart; empty for one incident of the whole log
     * @param count how many matches within the window
     * @param windowMillis the window's length; 0 for no window
     * @param share the least share of the file's records within the window that must match, 0 to 1
     * @param distinct the capture that must take several values, or null
     * @param atOnce a match in a record of at least this level suffices alone; UNKNOWN for none
     * @param raise severities that a larger total brings
     */
    record Trigger(
            List<String> group,
            int count,
            long windowMillis,
            double share,
            @Nullable Distinct distinct,
            Level atOnce,
            List<Raise> raise) {}

    /** A capture that must take at least so many values in one group. */
    record Distinct(String capture, int atLeast) {}

    /** From so many matches on, when one of them is at least so bad (UNKNOWN for any), at least this severity. */
    record Raise(long count, Level level, Severity severity) {}

    /** What makes a triggered group worse when it comes later, with the same group values. */
    record FollowUp(Match match, String title, Severity severity, double confidence, String explanation) {}

    /**
     * How a rule stands to others.
     *
     * @param generic counts only records that no specific rule matched
     * @param absorbs rules whose findings are dropped when they overlap this one's
     * @param signs rules whose findings, when they overlap this one's, are merged into it: lines of the same incident
     * @param leadsTo rules (or {@code pack.*}) whose findings may be a consequence of this one's
     * @param clearedBy records that settle the matter of their group
     */
    record Relations(
            boolean generic, List<String> absorbs, List<String> signs, List<String> leadsTo, Match clearedBy) {}
}
