package org.auleos.tools.log.internal.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.auleos.tools.log.internal.read.LogReader;
import org.auleos.tools.log.internal.read.Options;
import org.auleos.tools.log.internal.read.Source;

/** Opens found files for the reader, whole or by their end only. */
final class Sources {

    /** How much of a file's end is read to learn its newest time. */
    private static final long TAIL = 64 * 1024;

    private Sources() {}

    /** The whole file. */
    static Source whole(FoundFile file) {
        return new Source(file.path(), () -> from(file, 0), file.modified().toInstant());
    }

    /**
     * The newest time any of the files tells, from the ends of the plain ones; gzipped ones are read only when there is nothing else,
     * for they are older than the file they were rotated from.
     */
    static Optional<Instant> newest(List<FoundFile> files, ZoneId zone) {
        Optional<Instant> plain =
                newestOf(files.stream().filter(file -> !isPacked(file)).toList(), zone);
        return plain.isPresent()
                ? plain
                : newestOf(files.stream().filter(Sources::isPacked).toList(), zone);
    }

    private static Optional<Instant> newestOf(List<FoundFile> files, ZoneId zone) {
        return files.stream()
                .map(file -> Optional.ofNullable(LogReader.read(end(file), Options.in(zone), record -> {})
                        .to()))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    private static boolean isPacked(FoundFile file) {
        return file.path().endsWith(".gz");
    }

    private static Source end(FoundFile file) {
        long from = isPacked(file) ? 0 : Math.max(0, file.size() - TAIL);
        return new Source(
                file.path(), () -> lineFrom(file, from), file.modified().toInstant());
    }

    private static InputStream lineFrom(FoundFile file, long position) throws IOException {
        InputStream in = new java.io.BufferedInputStream(from(file, position));
        if (position > 0) {
            for (int c = in.read(); c >= 0 && c != '\n'; ) {
                c = in.read();
            }
        }
        return in;
    }

    private static InputStream from(FoundFile file, long position) throws IOException {
        SeekableByteChannel channel = file.directory().open(file.relative(), Set.of(StandardOpenOption.READ));
        channel.position(position);
        return Channels.newInputStream(channel);
    }
}
