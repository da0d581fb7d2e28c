package org.auleos.toolbox.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.auleos.api.policy.Capability;
import org.auleos.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * One permission of a tool, compiled: a capability whose pattern may have members of the input in braces.
 *
 * @param namespace what kind of thing
 * @param action what is done to it
 * @param parts literal texts and members in turn, beginning with a literal; empty for a capability without a pattern
 */
record Template(String namespace, String action, List<String> parts) {

    /** The namespace whose values are paths. */
    static final String FILES = "fs";

    private static final Pattern FORM = Pattern.compile("([^:{}]+):([^:{}]+)(?::(.*))?", Pattern.DOTALL);
    private static final Pattern MEMBER = Pattern.compile("\\{([^{}]*)}");

    Template {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a template.
     *
     * @param members of the tool's input
     * @throws IllegalArgumentException when it is not well-formed or names no member
     */
    static Template of(String text, Set<String> members) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("permission \"" + text + "\": expected namespace:action[:pattern]");
        }
        List<String> parts = form.group(3) == null ? List.of() : parts(form.group(3));
        for (int i = 1; i < parts.size(); i += 2) {
            if (!members.contains(parts.get(i))) {
                throw new IllegalArgumentException("permission \"" + text + "\": the input has no component "
                        + parts.get(i) + "; expected one of " + members);
            }
        }
        String sample = parts.isEmpty() ? null : String.join("x", parts);
        new Capability(form.group(1), form.group(2), sample); // refuses a bad name now and not at the first call
        return new Template(form.group(1), form.group(2), parts);
    }

    private static List<String> parts(String pattern) {
        List<String> parts = new ArrayList<>();
        Matcher member = MEMBER.matcher(pattern);
        int from = 0;
        while (member.find()) {
            parts.add(pattern.substring(from, member.start()));
            parts.add(member.group(1));
            from = member.end();
        }
        parts.add(pattern.substring(from));
        return parts;
    }

    /**
     * Adds what a call with that input needs: one capability for every combination of the elements of its lists, none when a
     * member is absent.
     *
     * @param paths makes a path absolute and canonical
     * @throws IllegalArgumentException when a value makes no capability, such as a path with a NUL
     */
    void expand(Json.Obj input, UnaryOperator<String> paths, List<Capability> into) {
        if (parts.isEmpty()) {
            into.add(new Capability(namespace, action, null));
            return;
        }
        List<String> patterns = List.of(parts.get(0));
        for (int i = 1; i < parts.size(); i += 2) {
            boolean path = i == 1 && namespace.equals(FILES) && parts.get(0).isEmpty();
            List<String> values = values(input.members().get(parts.get(i)), path ? paths : UnaryOperator.identity());
            patterns = combined(patterns, values, parts.get(i + 1));
        }
        patterns.forEach(pattern -> into.add(new Capability(namespace, action, pattern)));
    }

    private static List<String> combined(List<String> heads, List<String> values, String tail) {
        List<String> patterns = new ArrayList<>();
        for (String head : heads) {
            for (String value : values) {
                patterns.add(head + value + tail);
            }
        }
        return patterns;
    }

    private static List<String> values(@Nullable Json json, UnaryOperator<String> paths) {
        if (json == null || json == Json.Null.NULL) {
            return List.of();
        } else if (json instanceof Json.Arr array) {
            return array.items().stream().map(item -> value(item, paths)).toList();
        }
        return List.of(value(json, paths));
    }

    private static String value(Json json, UnaryOperator<String> paths) {
        if (json instanceof Json.Obj || json instanceof Json.Arr) {
            throw new IllegalArgumentException(
                    "a permission stands for " + json.text() + "; expected a text or a number");
        }
        return Capability.escape(paths.apply(json instanceof Json.Str text ? text.value() : json.text()));
    }
}
