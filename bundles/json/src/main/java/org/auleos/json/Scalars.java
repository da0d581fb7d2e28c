package org.auleos.json;

import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The forms of types that are one JSON value. */
final class Scalars {

    private static final double EXACT = 0x1p53;

    private static final Map<Type, Form> KNOWN = known();

    private Scalars() {}

    static Optional<Form> of(Type type) {
        return Optional.ofNullable(KNOWN.get(type));
    }

    private static Map<Type, Form> known() {
        Map<Type, Form> forms = new HashMap<>();
        forms.put(String.class, new Scalar<>("a string", schema("string"), Scalars::string, Json::of));
        primitives(forms);
        times(forms);
        values(forms);
        return Map.copyOf(forms);
    }

    private static void primitives(Map<Type, Form> forms) {
        both(
                forms,
                boolean.class,
                Boolean.class,
                new Scalar<>("true or false", schema("boolean"), Scalars::bool, Json::of));
        both(
                forms,
                int.class,
                Integer.class,
                new Scalar<>("a whole number of 32 bits", intSchema(), Scalars::int32, value -> Json.of((long) value)));
        both(
                forms,
                long.class,
                Long.class,
                new Scalar<>("a whole number", schema("integer"), Scalars::whole, Json::of));
        both(
                forms,
                double.class,
                Double.class,
                new Scalar<>("a number", schema("number"), Scalars::number, Json.Dec::new));
    }

    private static void times(Map<Type, Form> forms) {
        forms.put(
                Instant.class,
                new Scalar<>(
                        "a time such as 2026-01-31T12:00:00Z",
                        schema("string").with("format", Json.of("date-time")),
                        json -> parsed(json, Instant::parse),
                        value -> Json.of(value.toString())));
        forms.put(
                Duration.class,
                new Scalar<>(
                        "a duration such as PT30S",
                        schema("string").with("format", Json.of("duration")),
                        json -> parsed(json, Duration::parse),
                        value -> Json.of(value.toString())));
    }

    private static void values(Map<Type, Form> forms) {
        forms.put(Json.class, json(Json.class, "a value", Json.empty()));
        forms.put(Json.Obj.class, json(Json.Obj.class, "an object", schema("object")));
        forms.put(Json.Arr.class, json(Json.Arr.class, "an array", schema("array")));
        forms.put(Json.Str.class, json(Json.Str.class, "a string", schema("string")));
        forms.put(Json.Int.class, json(Json.Int.class, "a whole number", schema("integer")));
        forms.put(Json.Dec.class, json(Json.Dec.class, "a number with a fraction", schema("number")));
        forms.put(Json.Bool.class, json(Json.Bool.class, "true or false", schema("boolean")));
        forms.put(Json.Null.class, json(Json.Null.class, "null", schema("null")));
    }

    private static void both(Map<Type, Form> forms, Class<?> primitive, Class<?> box, Form form) {
        forms.put(primitive, form);
        forms.put(box, form);
    }

    private static <J extends Json> Form json(Class<J> type, String expected, Json.Obj schema) {
        return new Scalar<J>(
                expected, schema, value -> type.isInstance(value) ? type.cast(value) : null, value -> value);
    }

    /** The constants of an enum, by their names in lower case. */
    static Form enumeration(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(name(constant), constant);
        }
        String expected = "one of " + constants.keySet().stream().collect(Collectors.joining(", "));
        Json.Obj schema = schema("string").with("enum", Json.strings(constants.keySet()));
        Function<Json, @Nullable Object> reader =
                json -> json instanceof Json.Str text ? constants.get(text.value()) : null;
        return new Scalar<>(expected, schema, reader, constant -> Json.of(name(constant)));
    }

    private static String name(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }

    /** A type with its own written form: {@code of} reads it, throwing {@code IllegalArgumentException}. */
    static Form written(Function<String, Object> of) {
        return new Scalar<>(
                "a string",
                schema("string"),
                json -> json instanceof Json.Str text ? accepted(of, text.value()) : null,
                value -> Json.of(value.toString()));
    }

    private static Object accepted(Function<String, Object> of, String text) {
        try {
            return of.apply(text);
        } catch (IllegalArgumentException e) {
            throw new Mismatch(String.valueOf(e.getMessage()));
        }
    }

    static Json.Obj schema(String type) {
        return Json.empty().with("type", Json.of(type));
    }

    private static Json.Obj intSchema() {
        return schema("integer")
                .with("minimum", Json.of(Integer.MIN_VALUE))
                .with("maximum", Json.of(Integer.MAX_VALUE));
    }

    private static @Nullable String string(Json json) {
        return json instanceof Json.Str text ? text.value() : null;
    }

    private static @Nullable Boolean bool(Json json) {
        return json instanceof Json.Bool bool ? bool == Json.Bool.TRUE : null;
    }

    private static @Nullable Integer int32(Json json) {
        Long value = whole(json);
        return value == null || value != value.intValue() ? null : value.intValue();
    }

    /** JSON Schema counts 3.0 among the integers, and so does this. */
    private static @Nullable Long whole(Json json) {
        if (json instanceof Json.Int whole) {
            return whole.value();
        }
        boolean integral = json instanceof Json.Dec number
                && Math.rint(number.value()) == number.value()
                && Math.abs(number.value()) < EXACT;
        return integral ? (long) ((Json.Dec) json).value() : null;
    }

    private static @Nullable Double number(Json json) {
        if (json instanceof Json.Dec number) {
            return number.value();
        }
        return json instanceof Json.Int whole ? (double) whole.value() : null;
    }

    private static <T> @Nullable T parsed(Json json, Function<String, T> parser) {
        try {
            return json instanceof Json.Str text ? parser.apply(text.value()) : null;
        } catch (DateTimeException e) {
            return null; // the form says what it expected and what it found
        }
    }
}
