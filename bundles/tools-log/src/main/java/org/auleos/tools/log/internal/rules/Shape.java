package org.auleos.tools.log.internal.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A regular expression, ASCII case ignored, with the names of its captures. Immutable. */
final class Shape {

    /** Longest text a pattern is tried on, so that no line can make backtracking expensive. */
    private static final int MAX_TEXT = 2048;

    private static final Pattern GROUP_NAME = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    private final Pattern pattern;
    private final List<String> names;

    Shape(String regex) {
        this.pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
        List<String> found = new ArrayList<>();
        Matcher matcher = GROUP_NAME.matcher(regex);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        this.names = List.copyOf(found);
    }

    /** The captures that took part in the first match; empty when nothing matches. */
    Optional<Map<String, String>> find(String text) {
        Matcher matcher = pattern.matcher(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Map<String, String> captures = new LinkedHashMap<>();
        for (String name : names) {
            String value = matcher.group(name);
            if (value != null && !value.isEmpty()) {
                captures.put(name, value);
            }
        }
        return Optional.of(captures);
    }

    List<String> names() {
        return names;
    }
}
