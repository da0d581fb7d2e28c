package org.auleos.tools.log.internal.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.auleos.tools.log.internal.record.Level;
import org.jspecify.annotations.Nullable;

/** All groups of one rule seen so far, the least recently seen forgotten first. Confined to one thread. */
final class RuleTracker {

    /** How many groups that have not triggered are remembered. */
    private static final int MAX_OPEN = 1024;

    /** How many triggered groups are told apart; the rest is counted in one more. */
    private static final int MAX_TRIGGERED = 256;

    private static final String OTHERS = "(others)";

    /** Stands for the matches of groups that are too small to tell each. */
    private static final String SCATTERED = "(scattered)";

    private final Rule rule;
    private final List<String> wanted;
    private final Map<String, GroupState> triggered = new LinkedHashMap<>();

    /** What no group that triggered counts: many small troubles at once are a large one. Null where the rule cannot say "at once". */
    private final @Nullable GroupState scattered;

    private final Map<String, GroupState> open = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, GroupState> eldest) {
            return size() > MAX_OPEN;
        }
    };

    RuleTracker(Rule rule) {
        this.rule = rule;
        this.scattered = isTold(rule.trigger()) ? new GroupState(together(rule.trigger())) : null;
        List<String> names = new ArrayList<>(rule.trigger().group());
        names.addAll(
                Wording.placeholders(rule.meaning().title() + rule.meaning().explanation()));
        if (rule.trigger().distinct() != null) {
            names.add(rule.trigger().distinct().capture());
        }
        this.wanted = names.stream().distinct().toList();
    }

    private static boolean isTold(Rule.Trigger trigger) {
        boolean grouped = !trigger.group().isEmpty() && trigger.count() > 1 && trigger.windowMillis() > 0;
        return grouped && trigger.share() == 0 && trigger.distinct() == null;
    }

    private static Rule.Trigger together(Rule.Trigger one) {
        return new Rule.Trigger(
                List.of(), GroupState.MAX_WINDOW_COUNT, one.windowMillis(), 0, null, Level.UNKNOWN, one.raise());
    }

    Rule rule() {
        return rule;
    }

    /** Names of the captures or fields the rule makes use of. */
    List<String> wanted() {
        return wanted;
    }

    void add(Sighting sighting) {
        String key = key(sighting.captures());
        GroupState known = triggered.get(key);
        if (known != null) {
            known.add(sighting);
            return;
        }
        GroupState state = open.computeIfAbsent(key, k -> new GroupState(rule.trigger()));
        long before = state.count();
        state.add(sighting);
        if (state.triggered()) {
            open.remove(key);
            keep(key, state, sighting);
            if (scattered != null) {
                scattered.leave(before);
            }
        } else if (scattered != null) {
            scattered.add(sighting);
        }
    }

    private void keep(String key, GroupState state, Sighting sighting) {
        String place = triggered.size() < MAX_TRIGGERED ? key : OTHERS;
        GroupState others = triggered.putIfAbsent(place, state);
        if (others != null) {
            others.add(sighting);
        }
    }

    void clear(Map<String, String> captures) {
        String key = key(captures);
        GroupState settled = open.remove(key);
        if (settled != null && scattered != null) {
            scattered.leave(settled.count());
        }
        triggered.remove(key);
    }

    void follow(Map<String, String> captures, SeenLine line) {
        GroupState known = triggered.get(key(captures));
        if (known != null) {
            known.follow(line);
        }
    }

    private String key(Map<String, String> captures) {
        return rule.trigger().group().stream()
                .map(name -> captures.getOrDefault(name, ""))
                .collect(Collectors.joining("\u0000"));
    }

    /** The groups that crossed the threshold, by key, in the order they did, and last what is scattered over others. */
    Map<String, GroupState> triggered() {
        if (scattered == null || !scattered.triggered() || scattered.count() < GroupState.MAX_WINDOW_COUNT) {
            return triggered;
        }
        Map<String, GroupState> all = new LinkedHashMap<>(triggered);
        all.put(SCATTERED, scattered);
        return all;
    }
}
