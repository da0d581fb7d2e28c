package org.auleos.planner.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.auleos.api.policy.Capability;
import org.auleos.json.Json;

/** Turns a capability with <code>${goal.x}</code> in it into capabilities. Values stand for themselves, never for patterns. */
final class GrantTemplate {

    private static final Pattern HOLE = Pattern.compile("\\$\\{goal\\.([A-Za-z0-9_-]+)}");

    private GrantTemplate() {}

    /** What is wrong with a template, if anything is. */
    static Optional<String> problem(String template, Set<String> parameters) {
        Optional<String> stranger = HOLE.matcher(template)
                .results()
                .map(hole -> hole.group(1))
                .filter(name -> !parameters.contains(name))
                .findFirst();
        if (stranger.isPresent()) {
            return Optional.of("\"" + template + "\": expected one of the parameters " + parameters);
        }
        try {
            Capability.of(HOLE.matcher(template).replaceAll("x"));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The capabilities it stands for: one for every combination of its values, none when one is absent. */
    static List<Capability> expand(String template, Json.Obj parameters) {
        List<String> texts = List.of("");
        Matcher hole = HOLE.matcher(template);
        int at = 0;
        while (hole.find()) {
            texts = extended(texts, template.substring(at, hole.start()), values(parameters.get(hole.group(1))));
            at = hole.end();
        }
        String rest = template.substring(at);
        return texts.stream().map(text -> Capability.of(text + rest)).toList();
    }

    private static List<String> extended(List<String> texts, String between, List<String> values) {
        List<String> longer = new ArrayList<>();
        for (String text : texts) {
            values.forEach(value -> longer.add(text + between + Capability.escape(value)));
        }
        return longer;
    }

    private static List<String> values(Optional<Json> value) {
        if (value.isEmpty()) {
            return List.of();
        } else if (value.get() instanceof Json.Arr array) {
            return array.items().stream().map(GrantTemplate::text).toList();
        }
        return List.of(text(value.get()));
    }

    private static String text(Json value) {
        return value instanceof Json.Str string ? string.value() : value.text();
    }
}
