package org.auleos.tools.log.internal.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.auleos.tools.log.internal.finding.Action;
import org.auleos.tools.log.internal.finding.Severity;
import org.auleos.tools.log.internal.record.Level;
import org.auleos.tools.log.internal.rules.Rule.Clause;
import org.auleos.tools.log.internal.rules.Rule.Conditions;
import org.auleos.tools.log.internal.rules.Rule.Distinct;
import org.auleos.tools.log.internal.rules.Rule.FollowUp;
import org.auleos.tools.log.internal.rules.Rule.Match;
import org.auleos.tools.log.internal.rules.Rule.Meaning;
import org.auleos.tools.log.internal.rules.Rule.Raise;
import org.auleos.tools.log.internal.rules.Rule.Relations;
import org.auleos.tools.log.internal.rules.Rule.Trigger;
import org.jspecify.annotations.Nullable;

/** Reads one rule pack from its JSON text; every mistake is refused with the rule it stands in. */
final class RulePackReader {

    private final String source;

    /** @param source names the pack in error messages */
    RulePackReader(String source) {
        this.source = source;
    }

    RulePack read(String text) {
        JsonObject pack = new JsonObject(source, Json.parse(text));
        String name = pack.string("pack");
        String version = pack.string("version");
        List<Rule> rules = new ArrayList<>();
        for (Object rule : pack.list("rules")) {
            rules.add(rule(rule));
        }
        pack.end();
        return new RulePack(name, version, rules);
    }

    private Rule rule(Object value) {
        String id = new JsonObject(source, value).string("id");
        JsonObject json = new JsonObject(source + ": rule " + id, value);
        try {
            Rule rule = new Rule(
                    json.string("id"), meaning(json), match(json), trigger(json), followUp(json), relations(json));
            json.end();
            return rule;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("rule " + id + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Meaning meaning(JsonObject json) {
        return new Meaning(
                json.string("title"),
                Severity.of(json.string("severity")),
                json.number("confidence", 0.9),
                json.string("category"),
                json.string("explanation"),
                json.object("action").map(RulePackReader::action).orElse(null));
    }

    private static Action action(JsonObject json) {
        String tool = json.string("tool");
        boolean undoable = json.bool("undoable", true);
        String why = json.string("why");
        var input = json.object("input").map(JsonObject::restAsStrings).orElse(java.util.Map.of());
        json.end();
        return new Action(tool, input, undoable, why);
    }

    private static Match match(JsonObject json) {
        boolean access = json.bool("access", false);
        Conditions shared = conditions(json);
        List<Clause> clauses = new ArrayList<>();
        for (Object clause : json.list("match")) {
            clauses.addAll(clauses(json.where(), clause, shared));
        }
        if (clauses.isEmpty()) {
            throw new IllegalArgumentException(json.where() + ".match: expected at least one clause");
        }
        List<String> unless =
                json.strings("unless").stream().map(RulePackReader::folded).toList();
        List<Shape> captures = json.strings("capture").stream().map(Shape::new).toList();
        return new Match(access, List.copyOf(clauses), unless, captures);
    }

    private static List<Clause> clauses(String where, Object value, Conditions shared) {
        if (value instanceof String needle) {
            return List.of(new Clause(List.of(folded(needle)), null, shared));
        }
        JsonObject json = new JsonObject(where + ".match", value);
        Shape shape = json.optionalString("regex").map(Shape::new).orElse(null);
        Conditions own = conditions(json);
        Conditions both = new Conditions(
                own.processes().isEmpty() ? shared.processes() : own.processes(),
                own.atLeast() == Level.UNKNOWN ? shared.atLeast() : own.atLeast(),
                own.fields().isEmpty() ? shared.fields() : own.fields());
        List<String> all =
                json.strings("all").stream().map(RulePackReader::folded).toList();
        List<String> any =
                json.strings("any").stream().map(RulePackReader::folded).toList();
        json.end();
        if (all.isEmpty() && any.isEmpty() && both.fields().isEmpty()) {
            throw new IllegalArgumentException(json.where() + ": expected a text or a field to look for");
        }
        if (any.isEmpty()) {
            return List.of(new Clause(all, shape, both));
        }
        return any.stream()
                .map(needle -> new Clause(joined(needle, all), shape, both))
                .toList();
    }

    private static List<String> joined(String first, List<String> rest) {
        List<String> needles = new ArrayList<>(List.of(first));
        needles.addAll(rest);
        return List.copyOf(needles);
    }

    private static String folded(String needle) {
        return needle.toLowerCase(Locale.ROOT);
    }

    private static Conditions conditions(JsonObject json) {
        List<String> processes =
                json.strings("process").stream().map(RulePackReader::folded).toList();
        Level level = level(json, "level");
        List<FieldCondition> fields = json.object("fields")
                .map(members -> members.restAsStrings().entrySet().stream()
                        .map(entry -> new FieldCondition(
                                entry.getKey(), List.of(entry.getValue().split("\\|"))))
                        .toList())
                .orElse(List.of());
        return new Conditions(processes, level, fields);
    }

    private static Level level(JsonObject json, String name) {
        return json.optionalString(name)
                .map(word -> Level.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Level.UNKNOWN);
    }

    private static Trigger trigger(JsonObject json) {
        List<String> group = json.strings("group");
        Optional<JsonObject> threshold = json.object("threshold");
        int count = (int) (double) threshold.map(t -> t.number("count", 1)).orElse(1.0);
        long window = threshold
                .flatMap(t -> t.optionalString("within"))
                .map(text -> Duration.parse(text).toMillis())
                .orElse(0L);
        double share = threshold.map(t -> t.number("share", 0)).orElse(0.0);
        Level atOnce = threshold.map(t -> level(t, "atOnce")).orElse(Level.UNKNOWN);
        threshold.ifPresent(JsonObject::end);
        if (count < 1 || count > GroupState.MAX_WINDOW_COUNT) {
            throw new IllegalArgumentException(
                    "threshold count " + count + "; expected 1 to " + GroupState.MAX_WINDOW_COUNT);
        }
        return new Trigger(group, count, window, share, distinct(json), atOnce, raises(json));
    }

    private static @Nullable Distinct distinct(JsonObject json) {
        return json.object("distinct")
                .map(d -> {
                    Distinct distinct = new Distinct(d.string("capture"), (int) d.number("atLeast", 2));
                    d.end();
                    return distinct;
                })
                .orElse(null);
    }

    private static List<Raise> raises(JsonObject json) {
        List<Raise> raises = new ArrayList<>();
        for (Object value : json.list("raise")) {
            JsonObject raise = new JsonObject(json.where() + ".raise", value);
            raises.add(new Raise(
                    (long) raise.number("count", 1), level(raise, "level"), Severity.of(raise.string("severity"))));
            raise.end();
        }
        return List.copyOf(raises);
    }

    private static @Nullable FollowUp followUp(JsonObject json) {
        return json.object("followedBy")
                .map(f -> {
                    FollowUp followUp = new FollowUp(
                            match(f),
                            f.string("title"),
                            Severity.of(f.string("severity")),
                            f.number("confidence", 0.9),
                            f.string("explanation"));
                    f.end();
                    return followUp;
                })
                .orElse(null);
    }

    private static Relations relations(JsonObject json) {
        Match clearedBy = json.object("clearedBy")
                .map(settled -> {
                    Match match = match(settled);
                    settled.end();
                    return match;
                })
                .orElse(Match.NEVER);
        return new Relations(
                json.bool("generic", false),
                json.strings("absorbs"),
                json.strings("signs"),
                json.strings("leadsTo"),
                clearedBy);
    }
}
