package org.auleos.tools.log.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into physical lines, each decoded on its own: UTF-8, or Latin-1 where a line is not UTF-8 and no
 * line before it was. Memory does not grow with the line or the source. Confined to one thread.
 */
final class Lines {

    /** How much of a line is kept, in bytes; the rest is counted and dropped. */
    static final int KEPT = 1 << 16;

    private static final int BUFFER = 1 << 17;

    private final InputStream in;
    private final CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private byte[] carry = new byte[512];
    private int carried;
    private long bytes;
    private long cut;
    private long nulBytes;
    private long undecodable;
    private boolean seenUtf8;
    private @Nullable IOException failure;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Returns the next line without its line end, or null at the end of the stream. */
    @Nullable
    String next() {
        carried = 0;
        int dropped = 0;
        while (true) {
            if (position == limit && !fill()) {
                return carried == 0 && dropped == 0 ? null : decode(carry, 0, carried, dropped);
            }
            int end = lineFeed();
            if (end < limit && carried == 0) {
                int from = position;
                position = end + 1;
                return decode(buffer, from, end - from, 0);
            }
            dropped += keep(end);
            position = Math.min(end + 1, limit);
            if (end < limit) {
                return decode(carry, 0, carried, dropped);
            }
        }
    }

    private int lineFeed() {
        int at = position;
        while (at < limit && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean fill() {
        position = 0;
        limit = 0;
        int count = failure == null ? read() : -1;
        if (count <= 0) {
            return false;
        }
        limit = count;
        bytes += count;
        return true;
    }

    /** A stream that fails ends here: what came before the failure is still delivered. */
    private int read() {
        try {
            return in.read(buffer, 0, BUFFER);
        } catch (IOException e) {
            failure = e;
            return -1;
        }
    }

    /** Appends the buffer up to {@code end} to what was carried over, and returns how many bytes did not fit. */
    private int keep(int end) {
        int length = end - position;
        int fits = Math.min(length, KEPT - carried);
        if (carried + fits > carry.length) {
            carry = Arrays.copyOf(carry, Math.min(KEPT, Math.max(carried + fits, carry.length * 2)));
        }
        System.arraycopy(buffer, position, carry, carried, fits);
        carried += fits;
        return length - fits;
    }

    private String decode(byte[] from, int off, int length, int dropped) {
        int count = length;
        if (dropped > 0) {
            cut++;
        }
        if (count > KEPT) {
            cut++;
            count = KEPT;
        }
        if (count > 0 && dropped == 0 && from[off + count - 1] == '\r') {
            count--;
        }
        int kinds = 0;
        boolean nul = false;
        for (int i = off, end = off + count; i < end; i++) {
            kinds |= from[i];
            nul |= from[i] == 0;
        }
        String text = kinds >= 0 ? new String(from, off, count, StandardCharsets.ISO_8859_1) : wide(from, off, count);
        return nul ? withoutNul(text) : text;
    }

    private String wide(byte[] from, int off, int count) {
        try {
            String text = strict.decode(ByteBuffer.wrap(from, off, count)).toString();
            seenUtf8 = true;
            return text;
        } catch (CharacterCodingException notUtf8) {
            undecodable++;
            return new String(from, off, count, seenUtf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        }
    }

    private String withoutNul(String text) {
        String clean = text.replace("\0", "");
        nulBytes += text.length() - clean.length();
        return clean;
    }

    /** Returns why the stream ended before its end, or null. */
    @Nullable
    IOException failure() {
        return failure;
    }

    /** Returns the bytes taken from the stream so far. */
    long bytes() {
        return bytes;
    }

    /** Returns how many lines were longer than {@link #KEPT}. */
    long cut() {
        return cut;
    }

    /** Returns how many NUL bytes were dropped. */
    long nulBytes() {
        return nulBytes;
    }

    /** Returns how many lines were not valid UTF-8. */
    long undecodable() {
        return undecodable;
    }

    /** Whether some line was UTF-8 beyond ASCII, so that lines that are not were damaged rather than Latin-1. */
    boolean seenUtf8() {
        return seenUtf8;
    }
}
