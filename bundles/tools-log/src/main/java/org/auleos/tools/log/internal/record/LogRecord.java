package org.auleos.tools.log.internal.record;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of a log: a headline and the physical lines that continue it (a stack trace, an indented block).
 *
 * @param path the file as the person named it or as it was found
 * @param line number of the first physical line, from 1
 * @param lines how many physical lines the record spans, at least 1
 * @param time when it happened, or null when the line carries no readable time
 * @param level the level the line states, never guessed from its words
 * @param host the machine the line names, or empty
 * @param process the program, logger or component the line names, without its process id; or empty
 * @param pid the process id the line names, or -1
 * @param message the text after the header, first physical line only
 * @param detail the continuation lines, at most 64 KiB of them, separated by a line feed; empty for a record of one line
 * @param raw the first physical line as it stands in the file, decoded; cut at 8 KiB
 * @param fields named parts a structured format carries (an access log's status, method, client; a JSON line's members), never null
 */
public record LogRecord(
        String path,
        long line,
        int lines,
        @Nullable Instant time,
        Level level,
        String host,
        String process,
        int pid,
        String message,
        String detail,
        String raw,
        Map<String, String> fields) {}
