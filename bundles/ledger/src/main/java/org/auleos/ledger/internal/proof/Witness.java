package org.auleos.ledger.internal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.auleos.api.ledger.Checkpoint;

/** A file elsewhere that every checkpoint is appended to. Nothing in it is ever changed. One thread. */
public final class Witness {

    private final Path file;

    public Witness(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** All it has, oldest first; what was torn while it was appended is left out. */
    List<Checkpoint> checkpoints() throws IOException {
        return exists() ? Notes.all(Files.readString(file, UTF_8)) : List.of();
    }

    /** Durable when this returns. A torn end of an earlier writing is closed with an empty line, not cut. */
    void append(Checkpoint checkpoint) throws IOException {
        boolean isNew = !exists();
        try (FileChannel channel = FileChannel.open(file, READ, WRITE, CREATE)) {
            long end = channel.size();
            String start = end == 0 || endsWithEmptyLine(channel, end) ? "" : "\n\n";
            ByteBuffer bytes = ByteBuffer.wrap((start + checkpoint.note() + "\n").getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
            channel.force(true);
        }
        if (isNew) {
            try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), READ)) {
                directory.force(true);
            }
        }
    }

    private static boolean endsWithEmptyLine(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(2);
        channel.read(last, Math.max(0, end - 2));
        return last.get(0) == '\n' && last.get(1) == '\n';
    }
}
