package org.auleos.tools.log.internal.scan;

import java.time.Instant;
import org.auleos.plugin.tool.Doc;
import org.auleos.tools.log.internal.read.SourceReport;
import org.jspecify.annotations.Nullable;

/** One file that was read. */
public record Input(
        @Doc("the file") String path,
        @Doc("physical lines read") long lines,
        @Doc("bytes of text read, after unpacking") long bytes,
        @Doc("time of the earliest record") @Nullable Instant from,
        @Doc("time of the latest record") @Nullable Instant to) {

    static Input of(SourceReport report) {
        return new Input(report.path(), report.lines(), report.bytes(), report.from(), report.to());
    }
}
