package org.auleos.json;

/** The JSON form of one Java type. Immutable and thread-safe. */
interface Form {

    /** Whether members nobody knows are refused. */
    enum Mode {
        /** Input from outside. */
        STRICT,
        /** Stored by a version that may know more members. */
        LENIENT
    }

    /** Throws {@link Mismatch} naming the place below this value. */
    Object read(Json json, Mode mode);

    /** The value as a tree. */
    Json write(Object value);

    /** The value in canonical form, without a tree between. */
    void write(Object value, Utf8Writer out);

    /** JSON Schema (2020-12). */
    Json.Obj schema();
}
