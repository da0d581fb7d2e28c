package org.auleos.planner.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.auleos.json.Json;

/**
 * Whether a unit or a grant of a plan applies: {@code goal.x} when the parameter is there, {@code !goal.x} when not.
 *
 * @param parameter the parameter it looks at
 * @param present what it asks for
 */
record Condition(String parameter, boolean present) {

    private static final Pattern FORM = Pattern.compile("(!?)goal\\.([A-Za-z0-9_-]+)");

    /** Reads the written form; empty when it is not one. */
    static Optional<Condition> of(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Condition(matcher.group(2), matcher.group(1).isEmpty()))
                : Optional.empty();
    }

    /** An absent condition holds always. An empty list counts as not there. */
    static boolean holds(Optional<String> condition, Json.Obj parameters) {
        return condition
                .flatMap(Condition::of)
                .map(parsed -> parsed.holds(parameters))
                .orElse(true);
    }

    private boolean holds(Json.Obj parameters) {
        boolean there = parameters
                .get(parameter)
                .filter(value ->
                        !(value instanceof Json.Arr array && array.items().isEmpty()))
                .isPresent();
        return there == present;
    }
}
