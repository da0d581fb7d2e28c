package org.auleos.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** JSON as text: strict reading, canonical and pretty writing. */
final class JsonText {

    /** Most bytes of a text from outside. */
    static final int MAX_BYTES = 1 << 20;

    /** Most levels of nesting in a text from outside. */
    static final int MAX_DEPTH = 64;

    /** Most bytes of a stored event: an input, a memento and an output, each of the size above, and their envelope. */
    static final int MAX_STORED_BYTES = 8 << 20;

    /** Most levels of a stored event: a value from outside and the records around it. */
    static final int MAX_STORED_DEPTH = 96;

    private JsonText() {}

    static Json parse(byte[] utf8) {
        return parse(utf8, MAX_BYTES, MAX_DEPTH);
    }

    static Json parse(String text) {
        requireSize(utf8Length(text), MAX_BYTES);
        return new TextReader(MAX_DEPTH).read(text);
    }

    static Json parse(byte[] utf8, int maxBytes, int maxDepth) {
        requireSize(utf8.length, maxBytes);
        return new TextReader(maxDepth).read(decode(utf8));
    }

    static byte[] canonical(Json value) {
        Utf8Writer out = new Utf8Writer();
        canonical(value, out, 0);
        return out.bytes();
    }

    /** Writes a value at a level of nesting, members sorted by their UTF-16 code units (RFC 8785 section 3.2.3). */
    static void canonical(Json value, Utf8Writer out, int depth) {
        requireDepth(depth);
        if (value instanceof Json.Obj object) {
            canonicalMembers(object, out, depth);
        } else if (value instanceof Json.Arr array) {
            char before = '[';
            for (Json item : array.items()) {
                out.plain(before);
                canonical(item, out, depth + 1);
                before = ',';
            }
            out.plain(array.items().isEmpty() ? "[]" : "]");
        } else {
            scalar(value, out);
        }
    }

    private static void canonicalMembers(Json.Obj object, Utf8Writer out, int depth) {
        char before = '{';
        for (String name : sortedNames(object)) {
            out.plain(before);
            out.string(name);
            out.plain(':');
            canonical(Objects.requireNonNull(object.members().get(name)), out, depth + 1);
            before = ',';
        }
        out.plain(before == '{' ? "{}" : "}");
    }

    private static String[] sortedNames(Json.Obj object) {
        String[] names = object.members().keySet().toArray(String[]::new);
        Arrays.sort(names);
        return names;
    }

    static String pretty(Json value) {
        Utf8Writer out = new Utf8Writer();
        pretty(value, out, 0);
        return new String(out.bytes(), StandardCharsets.UTF_8);
    }

    private static void pretty(Json value, Utf8Writer out, int depth) {
        requireDepth(depth);
        if (value instanceof Json.Obj object && !object.members().isEmpty()) {
            String before = "{";
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                newLine(out, before, depth + 1);
                out.string(member.getKey());
                out.plain(": ");
                pretty(member.getValue(), out, depth + 1);
                before = ",";
            }
            newLine(out, "", depth);
            out.plain('}');
        } else if (value instanceof Json.Arr array && !array.items().isEmpty()) {
            String before = "[";
            for (Json item : array.items()) {
                newLine(out, before, depth + 1);
                pretty(item, out, depth + 1);
                before = ",";
            }
            newLine(out, "", depth);
            out.plain(']');
        } else {
            canonical(value, out, depth);
        }
    }

    private static void newLine(Utf8Writer out, String before, int depth) {
        out.plain(before);
        out.plain('\n');
        out.plain("  ".repeat(depth));
    }

    private static void scalar(Json value, Utf8Writer out) {
        if (value instanceof Json.Str string) {
            out.string(string.value());
        } else if (value instanceof Json.Int whole) {
            out.whole(whole.value());
        } else if (value instanceof Json.Dec number) {
            out.number(number.value());
        } else if (value instanceof Json.Bool bool) {
            out.plain(bool == Json.Bool.TRUE ? "true" : "false");
        } else {
            out.plain("null");
        }
    }

    /** Decodes strictly: bytes that are no UTF-8 are refused and never replaced. */
    private static String decode(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonException("", "the text is not valid UTF-8; expected JSON in UTF-8", e);
        }
    }

    private static int utf8Length(String text) {
        return text.length() > MAX_BYTES / 3 ? text.getBytes(StandardCharsets.UTF_8).length : text.length();
    }

    private static void requireSize(int bytes, int limit) {
        if (bytes > limit) {
            throw new JsonException("", "the text has " + bytes + " bytes; at most " + limit + " are accepted");
        }
    }

    private static void requireDepth(int depth) {
        if (depth > MAX_STORED_DEPTH) {
            throw new JsonException("", "nested deeper than " + MAX_STORED_DEPTH + " levels");
        }
    }

    /** Wraps what Jackson declares and a string in memory cannot cause. */
    static JsonException unreadable(IOException e) {
        return new JsonException("", "the text cannot be read: " + e.getMessage(), e);
    }
}
