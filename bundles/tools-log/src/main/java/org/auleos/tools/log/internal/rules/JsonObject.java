package org.auleos.tools.log.internal.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object read member by member; {@link #end} refuses members nobody asked for. Not thread-safe. */
final class JsonObject {

    private final String where;
    private final Map<String, Object> left;

    /** @param where names the object in error messages */
    JsonObject(String where, Object value) {
        this.where = where;
        this.left = new LinkedHashMap<>();
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(where + ": expected an object, found " + value);
        }
        map.forEach((key, member) -> left.put((String) key, member));
    }

    boolean has(String key) {
        return left.containsKey(key);
    }

    String string(String key) {
        return optionalString(key).orElseThrow(() -> wrong(key, "a string"));
    }

    String string(String key, String otherwise) {
        return optionalString(key).orElse(otherwise);
    }

    Optional<String> optionalString(String key) {
        return optional(key, String.class);
    }

    double number(String key, double otherwise) {
        return optional(key, Double.class).orElse(otherwise);
    }

    boolean bool(String key, boolean otherwise) {
        return optional(key, Boolean.class).orElse(otherwise);
    }

    Optional<JsonObject> object(String key) {
        return Optional.ofNullable(left.remove(key)).map(value -> new JsonObject(where + "." + key, value));
    }

    /** The elements of an array, a single value as a list of one, nothing as an empty list. */
    List<Object> list(String key) {
        Object value = left.remove(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? List.copyOf(list) : List.of(value);
    }

    List<String> strings(String key) {
        return list(key).stream()
                .map(value -> {
                    if (value instanceof String text) {
                        return text;
                    }
                    throw wrong(key, "strings");
                })
                .toList();
    }

    /** The members that are left, all strings. */
    Map<String, String> restAsStrings() {
        Map<String, String> rest = new LinkedHashMap<>();
        for (String key : List.copyOf(left.keySet())) {
            rest.put(key, string(key));
        }
        return rest;
    }

    void end() {
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(where + ": unknown members " + left.keySet());
        }
    }

    String where() {
        return where;
    }

    private <T> Optional<T> optional(String key, Class<T> type) {
        Object value = left.remove(key);
        if (value != null && !type.isInstance(value)) {
            throw wrong(key, "a " + type.getSimpleName());
        }
        return Optional.ofNullable(value).map(type::cast);
    }

    private IllegalArgumentException wrong(String key, String expected) {
        return new IllegalArgumentException(where + "." + key + ": expected " + expected);
    }
}
