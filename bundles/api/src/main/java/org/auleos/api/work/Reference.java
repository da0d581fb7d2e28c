package org.auleos.api.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.auleos.json.Json;

/**
 * A place in a unit's input that is filled from elsewhere: a string that is exactly <code>${source}</code> or
 * <code>${source.member}</code>.
 *
 * @param source id of a unit, or {@code goal}
 * @param path members to follow from there; a member of an array stands for that member of each of its items
 */
public record Reference(String source, List<String> path) {

    /** The source that stands for the goal's parameters. */
    public static final String GOAL = "goal";

    public Reference {
        path = List.copyOf(path);
    }

    /** The reference that a value is, if it is one. */
    public static Optional<Reference> of(Json value) {
        return value instanceof Json.Str string
                        && string.value().startsWith("${")
                        && string.value().endsWith("}")
                ? read(string.value())
                : Optional.empty();
    }

    /** Reads by hand, as it is done for every step of every run. */
    private static Optional<Reference> read(String text) {
        List<String> names = new ArrayList<>();
        int begin = 2;
        for (int at = 2; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '.' || c == '}') {
                if (at == begin || (c == '}' && at < text.length() - 1)) {
                    return Optional.empty();
                }
                names.add(text.substring(begin, at));
                begin = at + 1;
            } else if (!isName(c)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Reference(names.get(0), names.subList(1, names.size())));
    }

    private static boolean isName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    /** Every reference in a value, in order. */
    public static Set<Reference> in(Json value) {
        Set<Reference> found = new LinkedHashSet<>();
        resolve(value, reference -> {
            found.add(reference);
            return Optional.empty();
        });
        return found;
    }

    /**
     * A copy of an object with every reference filled.
     *
     * @param values the value of a reference; a member or item whose reference has none is left out, and an item of an
     *     array whose reference leads to an array stands for the items of that one
     */
    public static Json.Obj fill(Json.Obj template, Function<Reference, Optional<Json>> values) {
        Map<String, Json> members = new LinkedHashMap<>();
        template.members()
                .forEach((name, value) -> resolve(value, values).ifPresent(filled -> members.put(name, filled)));
        return new Json.Obj(members);
    }

    private static Optional<Json> resolve(Json value, Function<Reference, Optional<Json>> values) {
        if (value instanceof Json.Obj object) {
            return Optional.of(fill(object, values));
        } else if (value instanceof Json.Arr array) {
            List<Json> items = new ArrayList<>();
            array.items().forEach(item -> resolve(item, values).ifPresent(filled -> add(items, item, filled)));
            return Optional.of(new Json.Arr(items));
        }
        Optional<Reference> reference = of(value);
        return reference.isPresent() ? values.apply(reference.get()) : Optional.of(value);
    }

    private static void add(List<Json> items, Json item, Json filled) {
        if (filled instanceof Json.Arr array && of(item).isPresent()) {
            items.addAll(array.items());
        } else {
            items.add(filled);
        }
    }

    /** What the path leads to, starting from the value of the source. */
    public Optional<Json> from(Json start) {
        Optional<Json> at = Optional.of(start);
        for (String member : path) {
            at = at.flatMap(value -> member(value, member));
        }
        return at;
    }

    private static Optional<Json> member(Json value, String name) {
        if (value instanceof Json.Obj object) {
            return object.get(name);
        } else if (value instanceof Json.Arr array) {
            List<Json> items = new ArrayList<>();
            array.items().forEach(item -> member(item, name).ifPresent(items::add));
            return Optional.of(new Json.Arr(items));
        }
        return Optional.empty();
    }

    /** The written form. */
    @Override
    public String toString() {
        return path.isEmpty() ? "${" + source + "}" : "${" + source + "." + String.join(".", path) + "}";
    }
}
