package org.auleos.json;

import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One component of a record as a member of an object. Immutable. */
final class Member {

    /** Whether the member may be absent, and what Java has in its place. */
    enum Presence {
        /** Never absent. */
        REQUIRED,
        /** Null when absent. */
        NULLABLE,
        /** An empty {@code Optional} when absent. */
        OPTIONAL
    }

    private final String name;
    private final byte[] key;
    private final Form form;
    private final Presence presence;
    private final MethodHandle accessor;
    private final String doc;

    /** The accessor has the type {@code (Object)Object}. */
    Member(String name, Form form, Presence presence, MethodHandle accessor, String doc) {
        this.name = name;
        this.key = ("\"" + name + "\":").getBytes(StandardCharsets.UTF_8);
        this.form = form;
        this.presence = presence;
        this.accessor = accessor;
        this.doc = doc;
    }

    String name() {
        return name;
    }

    boolean required() {
        return presence == Presence.REQUIRED;
    }

    /** The component's value; null only for an absent nullable one. An explicit null counts as absent. */
    @Nullable
    Object read(@Nullable Json json, Form.Mode mode) {
        if (json == null || (json == Json.Null.NULL && presence != Presence.REQUIRED)) {
            return absent();
        }
        try {
            Object value = form.read(json, mode);
            return presence == Presence.OPTIONAL ? Optional.of(value) : value;
        } catch (Mismatch e) {
            throw e.in(name);
        }
    }

    private @Nullable Object absent() {
        if (presence == Presence.REQUIRED) {
            throw new Mismatch("is missing; it is required").in(name);
        }
        return presence == Presence.OPTIONAL ? Optional.empty() : null;
    }

    /** The component of a record, or null when its member is to be left out. */
    @Nullable
    Object of(Object holder) {
        Object value = component(holder);
        if (presence == Presence.OPTIONAL) {
            return value == null ? null : ((Optional<?>) value).orElse(null);
        }
        if (value == null && presence == Presence.REQUIRED) {
            throw new JsonException(
                    name,
                    "is null in a " + holder.getClass().getName()
                            + "; expected a value, or the component marked @Nullable");
        }
        return value;
    }

    private @Nullable Object component(Object holder) {
        try {
            return (Object) accessor.invokeExact(holder);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the accessor of " + name + " throws a checked exception", e);
        }
    }

    Json write(Object value) {
        return form.write(value);
    }

    void write(Object value, Utf8Writer out) {
        out.raw(key);
        form.write(value, out);
    }

    Json.Obj schema() {
        return doc.isEmpty() ? form.schema() : form.schema().with("description", Json.of(doc));
    }
}
