package org.auleos.tools.log.internal.read;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading one source came to.
 *
 * @param path the source's name
 * @param format the format recognised for most of its lines, for example {@code "syslog"}; empty when nothing was read
 * @param lines physical lines read
 * @param records records delivered
 * @param bytes bytes of text read, after unpacking
 * @param from time of the earliest record that has one, or null
 * @param to time of the latest record that has one, or null
 * @param problems what could not be read as it should, in the order met
 */
public record SourceReport(
        String path,
        String format,
        long lines,
        long records,
        long bytes,
        @Nullable Instant from,
        @Nullable Instant to,
        List<Problem> problems) {

    public SourceReport {
        problems = List.copyOf(problems);
    }
}
