package org.auleos.json;

/**
 * Turns records of one type into JSON and back, and says their schema. Compiled once per type and kept as long as the
 * type's class loader lives. Thread-safe.
 *
 * <p>Component types: {@code String}, {@code boolean}, {@code int}, {@code long}, {@code double} and their boxes, enums
 * (their name in lower case), {@code Instant}, {@code Duration}, {@code Json} and its cases, {@code List}, {@code Set},
 * {@code Map<String, …>}, {@code Optional}, records, and sealed interfaces of records (told apart by a member
 * {@code "type"}: the record's simple name in lower camel case). A component marked {@code @Nullable} or
 * {@code Optional} may be absent; every other one is required.
 *
 * @param <T> the record, or the sealed interface of records
 */
public interface Codec<T> {

    /** The codec of a type. Throws {@code IllegalArgumentException} naming the component that has no JSON form. */
    static <T> Codec<T> of(Class<T> type) {
        return Codecs.of(type);
    }

    /**
     * Reads strictly: an unknown member, a missing one, a wrong type or a number out of range is refused.
     *
     * @throws JsonException naming the member
     */
    T read(Json json);

    /** Writes; a null or empty optional component leaves its member out. */
    Json write(T value);

    /** JSON Schema (2020-12) of the type. */
    Json.Obj schema();
}
