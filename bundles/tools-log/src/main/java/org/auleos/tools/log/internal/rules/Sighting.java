package org.auleos.tools.log.internal.rules;

import java.time.Instant;
import java.util.Map;
import org.auleos.tools.log.internal.record.Level;
import org.jspecify.annotations.Nullable;

/**
 * One record that matched a rule.
 *
 * @param time when, or null when the file has told no time yet
 * @param ordinal number of the record in its file
 * @param weight how many events the record stands for, at least 1
 * @param level how bad the record says it is
 * @param captures named parts of the line, and the record's fields that the rule groups by
 * @param line the line that matched
 * @param headline the record's first line, when the matching one is shortly below it; or null
 */
record Sighting(
        @Nullable Instant time,
        long ordinal,
        int weight,
        Level level,
        Map<String, String> captures,
        SeenLine line,
        @Nullable SeenLine headline) {}
