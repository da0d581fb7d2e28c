package org.auleos.identity.internal;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files only their owner can read, replaced as a whole, links never followed at the name itself. */
final class PrivateFiles {

    private static final int LIMIT_BYTES = 1 << 20;
    private static final FileAttribute<Set<PosixFilePermission>> FILE_MODE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> DIRECTORY_MODE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFiles() {}

    static boolean exists(Path file) {
        return Files.exists(file, NOFOLLOW_LINKS);
    }

    /** Makes a directory with mode 0700 unless it is there; refuses a link or anything else at its place. */
    static void directory(Path directory) {
        try {
            if (!Files.exists(directory, NOFOLLOW_LINKS)) {
                Files.createDirectory(directory, DIRECTORY_MODE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not make " + directory, e);
        }
        if (!Files.isDirectory(directory, NOFOLLOW_LINKS)) {
            throw new IllegalStateException(directory + ": expected a directory, not a link or a file");
        }
    }

    /** Reads a small text file; refuses a link. */
    static String read(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file, Set.of(READ, NOFOLLOW_LINKS))) {
            if (channel.size() > LIMIT_BYTES) {
                throw new IllegalStateException(
                        file + " has " + channel.size() + " bytes: expected at most " + LIMIT_BYTES);
            }
            ByteBuffer buffer = ByteBuffer.allocate((int) channel.size());
            int count = channel.read(buffer);
            while (count >= 0 && buffer.hasRemaining()) {
                count = channel.read(buffer);
            }
            return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file + " (a link is refused)", e);
        }
    }

    /** Replaces a file in one step, mode 0600, durable when this returns; a reader sees the old or the new text. */
    static void write(Path file, String text) {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(next);
            writeNew(next, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            Files.move(next, file, ATOMIC_MOVE);
            syncDirectory(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }

    private static void writeNew(Path file, ByteBuffer bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(WRITE, CREATE_NEW, NOFOLLOW_LINKS), FILE_MODE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void syncDirectory(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            try (FileChannel channel = FileChannel.open(directory, READ)) {
                channel.force(true);
            }
        }
    }
}
