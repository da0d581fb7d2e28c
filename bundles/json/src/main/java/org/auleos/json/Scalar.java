package org.auleos.json;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type whose JSON is one value.
 *
 * @param expected what stands in a message, e.g. {@code a string}
 * @param schema its schema
 * @param reader null for a value of another kind
 * @param writer never null
 * @param <T> the type
 */
record Scalar<T>(String expected, Json.Obj schema, Function<Json, @Nullable T> reader, Function<T, Json> writer)
        implements Form {

    @Override
    public Object read(Json json, Mode mode) {
        T value = reader.apply(json);
        if (value == null) {
            throw Mismatch.expected(expected, json);
        }
        return value;
    }

    @Override
    @SuppressWarnings("unchecked") // the compiler hands this form values of its own type alone
    public Json write(Object value) {
        return writer.apply((T) value);
    }

    @Override
    public void write(Object value, Utf8Writer out) {
        if (value instanceof String text) {
            out.string(text);
        } else {
            JsonText.canonical(write(value), out, 0);
        }
    }
}
