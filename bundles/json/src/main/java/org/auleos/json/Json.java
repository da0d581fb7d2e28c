package org.auleos.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value. Immutable. Its canonical form ({@link #bytes}) has sorted member names, no white space and the shortest
 * numbers, after RFC 8785, so that equal values have equal bytes and therefore equal hashes.
 */
public sealed interface Json {

    /** An object; members keep the order they came in, and are sorted only in the canonical form. */
    record Obj(Map<String, Json> members) implements Json {
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** The member of that name, if there is one. */
        public Optional<Json> get(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /** A copy with one more member, or with another value for it. */
        public Obj with(String name, Json value) {
            Map<String, Json> copy = new LinkedHashMap<>(members);
            copy.put(name, value);
            return new Obj(copy);
        }

        /** The text of a string member. */
        public Optional<String> text(String name) {
            return get(name).filter(Str.class::isInstance).map(value -> ((Str) value).value());
        }
    }

    /** An array. */
    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    /** A string. */
    record Str(String value) implements Json {}

    /** A whole number; those beyond 64 bits are refused by the parser. */
    record Int(long value) implements Json {}

    /** Any other number; never infinite, never not-a-number. */
    record Dec(double value) implements Json {
        public Dec {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("JSON has no number for " + value);
            }
        }
    }

    /** True or false. */
    enum Bool implements Json {
        TRUE,
        FALSE;

        /** The constant for a truth value. */
        public static Bool of(boolean value) {
            return value ? TRUE : FALSE;
        }
    }

    /** The null. */
    enum Null implements Json {
        NULL
    }

    /**
     * Reads one value, strictly: at most 1 MiB, at most 64 levels, no duplicate member, nothing after the value.
     *
     * @throws JsonException naming the place
     */
    static Json parse(byte[] utf8) {
        return JsonText.parse(utf8);
    }

    /** As {@link #parse(byte[])}. */
    static Json parse(String text) {
        return JsonText.parse(text);
    }

    /** Reads an object. As {@link #parse(byte[])}; anything but an object is refused. */
    static Obj object(byte[] utf8) {
        if (parse(utf8) instanceof Obj object) {
            return object;
        }
        throw new JsonException("", "expected an object");
    }

    /** The canonical form, UTF-8. */
    default byte[] bytes() {
        return JsonText.canonical(this);
    }

    /** The canonical form. */
    default String text() {
        return new String(bytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** For people: two spaces a level, members in the order they came in. */
    default String pretty() {
        return JsonText.pretty(this);
    }

    /** A string value. */
    static Json of(String value) {
        return new Str(value);
    }

    /** A whole number. */
    static Json of(long value) {
        return new Int(value);
    }

    /** A truth value. */
    static Json of(boolean value) {
        return Bool.of(value);
    }

    /** An array of strings. */
    static Arr strings(Iterable<String> values) {
        List<Json> items = new ArrayList<>();
        values.forEach(value -> items.add(new Str(value)));
        return new Arr(items);
    }

    /** An object without members. */
    static Obj empty() {
        return new Obj(Map.of());
    }
}
