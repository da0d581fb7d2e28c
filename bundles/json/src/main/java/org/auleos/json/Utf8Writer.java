package org.auleos.json;

import java.util.Arrays;

/** A growing buffer of JSON tokens in UTF-8, written as RFC 8785 section 3.2.2 asks. Confined to one thread. */
final class Utf8Writer {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final long EXACT = 1L << 53;

    private byte[] buffer = new byte[256];
    private int size;

    byte[] bytes() {
        return Arrays.copyOf(buffer, size);
    }

    /** One ASCII character, as it is. */
    void plain(char c) {
        ensure(1);
        buffer[size++] = (byte) c;
    }

    /** ASCII text, as it is. */
    void plain(String ascii) {
        ensure(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            buffer[size++] = (byte) ascii.charAt(i);
        }
    }

    /** Bytes that are JSON already. */
    void raw(byte[] json) {
        ensure(json.length);
        System.arraycopy(json, 0, buffer, size, json.length);
        size += json.length;
    }

    void whole(long value) {
        plain(Long.toString(value));
    }

    void number(double value) {
        long whole = (long) value;
        if (whole == value && Math.abs(whole) < EXACT) {
            whole(whole);
        } else {
            plain(EcmaNumber.text(value));
        }
    }

    /** A quoted string; throws when it holds half of a surrogate pair. */
    void string(String value) {
        int length = value.length();
        ensure(length + 2);
        buffer[size++] = '"';
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c > '~') {
                special(value, i);
                return;
            }
            buffer[size++] = (byte) c;
        }
        buffer[size++] = '"';
    }

    /** The rest of a string from its first character that is not written as itself. */
    private void special(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            ensure(6);
            char c = value.charAt(i);
            if (c < 0x80) {
                ascii(c);
            } else if (c < 0x800) {
                buffer[size++] = (byte) (0xC0 | (c >> 6));
                continuation(c);
            } else if (Character.isSurrogate(c)) {
                pair(value, i++);
            } else {
                buffer[size++] = (byte) (0xE0 | (c >> 12));
                continuation(c >> 6);
                continuation(c);
            }
        }
        plain('"');
    }

    private void ascii(char c) {
        if (c == '"' || c == '\\') {
            buffer[size++] = '\\';
            buffer[size++] = (byte) c;
        } else if (c < ' ') {
            control(c);
        } else {
            buffer[size++] = (byte) c;
        }
    }

    private void control(char c) {
        buffer[size++] = '\\';
        int at = "\b\t\n\f\r".indexOf(c);
        if (at >= 0) {
            buffer[size++] = (byte) "btnfr".charAt(at);
            return;
        }
        plain("u00");
        buffer[size++] = HEX[c >> 4];
        buffer[size++] = HEX[c & 15];
    }

    private void pair(String value, int at) {
        int next = at + 1;
        if (!Character.isHighSurrogate(value.charAt(at))
                || next == value.length()
                || !Character.isLowSurrogate(value.charAt(next))) {
            throw new JsonException(
                    "", "half of a surrogate pair at character " + at + " of a string; expected Unicode");
        }
        int point = Character.toCodePoint(value.charAt(at), value.charAt(next));
        buffer[size++] = (byte) (0xF0 | (point >> 18));
        continuation(point >> 12);
        continuation(point >> 6);
        continuation(point);
    }

    private void continuation(int bits) {
        buffer[size++] = (byte) (0x80 | (bits & 0x3F));
    }

    private void ensure(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + more));
        }
    }
}
