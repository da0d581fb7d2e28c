package org.auleos.tools.fs.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.auleos.plugin.tool.ToolContext;

/** Content of files: read, hashed and copied in pieces, so that its size does not matter to memory. */
final class Bytes {

    private static final int PIECE = 64 * 1024;

    private Bytes() {}

    /**
     * Up to so many bytes from an offset on; fewer at the end of the file. The size a file states is not believed: files
     * that the system makes up state 0.
     */
    static byte[] read(SeekableByteChannel in, long offset, int limit) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(limit);
        in.position(offset);
        while (buffer.hasRemaining() && in.read(buffer) >= 0) {
            // reads may be short
        }
        byte[] bytes = new byte[buffer.flip().remaining()];
        buffer.get(bytes);
        return bytes;
    }

    static void write(SeekableByteChannel out, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    /** Waits until the disk has it, as the outcome of the call is recorded durably next. */
    static void force(SeekableByteChannel out) throws IOException {
        if (out instanceof FileChannel file) {
            file.force(true);
        }
    }

    static void copy(SeekableByteChannel in, SeekableByteChannel out, ToolContext context) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        while (in.read(piece) >= 0) {
            context.checkpoint();
            piece.flip();
            while (piece.hasRemaining()) {
                out.write(piece);
            }
            piece.clear();
        }
    }

    /** SHA-256 of a file, 64 hexadecimal digits; empty when there is none. */
    static Optional<String> sha256(Target target, ToolContext context) throws IOException {
        try (SeekableByteChannel in = target.read()) {
            MessageDigest digest = digest();
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            while (in.read(piece) >= 0) {
                context.checkpoint();
                digest.update(piece.flip());
                piece.clear();
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** A file name made of the key of the effect: the same for every attempt. */
    static String name(String prefix, ToolContext context) {
        return prefix
                + sha256(context.idempotencyKey().getBytes(StandardCharsets.UTF_8))
                        .substring(0, 24);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
