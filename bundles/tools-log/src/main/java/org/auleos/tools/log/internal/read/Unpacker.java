package org.auleos.tools.log.internal.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Recognises packed and binary sources by their first bytes, and unpacks gzip. */
final class Unpacker {

    /** How many bytes {@link #unpack} may look at before it decides. */
    private static final int PEEK = 8;

    private static final int BUFFER = 1 << 16;

    private Unpacker() {}

    /** Returns the unpacked bytes of a stream that supports mark, unpacked when they are gzip. */
    static InputStream unpack(InputStream stored) throws IOException {
        return isGzip(peek(stored, PEEK)) ? new GZIPInputStream(stored, BUFFER) : stored;
    }

    /** Returns a view of a stream that can be peeked into. */
    static InputStream peekable(InputStream in) {
        return new BufferedInputStream(in, BUFFER);
    }

    /** Names the packing of a source that is not read, with what to do about it. */
    static Optional<String> unsupported(InputStream stored) throws IOException {
        byte[] head = peek(stored, PEEK);
        if (starts(head, 0xFD, '7', 'z', 'X', 'Z')) {
            return Optional.of("xz; unpack it with xz -d");
        }
        if (starts(head, 0x28, 0xB5, 0x2F, 0xFD)) {
            return Optional.of("zstd; unpack it with zstd -d");
        }
        if (starts(head, 'B', 'Z', 'h')) {
            return Optional.of("bzip2; unpack it with bzip2 -d");
        }
        if (starts(head, 0x04, 0x22, 0x4D, 0x18)) {
            return Optional.of("lz4; unpack it with lz4 -d");
        }
        return starts(head, 'P', 'K', 3, 4) ? Optional.of("zip; unpack it with unzip") : Optional.empty();
    }

    /** Names the kind of a file whose first bytes say that it is a known binary one. */
    static Optional<String> binaryKind(InputStream text) throws IOException {
        byte[] head = peek(text, PEEK);
        if (starts(head, 'L', 'P', 'K', 'S', 'H', 'H', 'R', 'H')) {
            return Optional.of("a binary journal; export it with journalctl -o json");
        }
        if (starts(head, 0x7F, 'E', 'L', 'F')) {
            return Optional.of("a program");
        }
        return Optional.empty();
    }

    /** Returns up to {@code count} first bytes without consuming them. */
    static byte[] peek(InputStream in, int count) throws IOException {
        in.mark(count);
        byte[] head = new byte[count];
        int length = peek(in, head);
        in.reset();
        return Arrays.copyOf(head, length);
    }

    /** A stream that fails here fails again when it is read: only then what came before is in hand. */
    private static int peek(InputStream in, byte[] into) {
        int length = 0;
        try {
            for (int read = 0; read >= 0 && length < into.length; length += Math.max(read, 0)) {
                read = in.read(into, length, into.length - length);
            }
        } catch (IOException reportedByTheReading) {
            return length;
        }
        return length;
    }

    private static boolean isGzip(byte[] head) {
        return starts(head, 0x1F, 0x8B, 8);
    }

    private static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
