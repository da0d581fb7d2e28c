package org.auleos.tools.log.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Turns a source in UTF-16 into UTF-8 bytes and tells text from binary by a sample of it. */
final class Encoding {

    /** How much of a source decides whether it is text. */
    static final int SAMPLE = 8192;

    private Encoding() {}

    /** Returns the bytes as UTF-8 (or as they stand, when they are in no wide encoding), without a byte order mark. */
    static InputStream narrow(InputStream in) throws IOException {
        byte[] head = Unpacker.peek(in, 64);
        if (head.length >= 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB && (head[2] & 0xFF) == 0xBF) {
            in.skipNBytes(3);
            return in;
        }
        if (isWide(head, 1) || (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE)) {
            return transcode(in, StandardCharsets.UTF_16LE);
        }
        if (isWide(head, 0) || (head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF)) {
            return transcode(in, StandardCharsets.UTF_16BE);
        }
        return in;
    }

    /** Whether every second byte, from {@code zeros} on, is NUL and every other one printable: ASCII in UTF-16. */
    private static boolean isWide(byte[] head, int zeros) {
        if (head.length < 16) {
            return false;
        }
        for (int i = 0; i < 16; i++) {
            boolean nul = head[i] == 0;
            if (nul != ((i & 1) == zeros)) {
                return false;
            }
        }
        return true;
    }

    private static InputStream transcode(InputStream in, Charset from) {
        return new Transcoder(new InputStreamReader(in, from));
    }

    /** Whether a sample of a source is something other than text; runs of NUL, as sparse files have, do not count. */
    static boolean isBinary(byte[] sample) {
        int seen = 0;
        int odd = 0;
        for (int i = 0; i < sample.length; i++) {
            int b = sample[i] & 0xFF;
            if (b == 0 && i > 0 && sample[i - 1] == 0) {
                continue;
            }
            seen++;
            if (b < 32 && b != '\n' && b != '\r' && b != '\t' && b != 27 && b != '\f' && b != '\b') {
                odd++;
            }
        }
        return odd > 1 && odd * 25L > seen;
    }

    /** A stream of the UTF-8 bytes of a reader. */
    private static final class Transcoder extends InputStream {

        private final Reader reader;
        private final char[] chars = new char[4096];
        private byte[] bytes = new byte[0];
        private int position;

        Transcoder(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read() throws IOException {
            return fill() ? bytes[position++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int off, int len) throws IOException {
            if (!fill()) {
                return -1;
            }
            int count = Math.min(len, bytes.length - position);
            System.arraycopy(bytes, position, into, off, count);
            position += count;
            return count;
        }

        private boolean fill() throws IOException {
            while (position == bytes.length) {
                int count = reader.read(chars);
                if (count < 0) {
                    return false;
                }
                bytes = withoutMark(new String(chars, 0, count)).getBytes(StandardCharsets.UTF_8);
                position = 0;
            }
            return true;
        }

        private static String withoutMark(String text) {
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
