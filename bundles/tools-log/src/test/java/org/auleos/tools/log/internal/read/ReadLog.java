package org.auleos.tools.log.internal.read;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.auleos.tools.log.internal.record.LogRecord;

/** A log read for a test: its records and the report. The file's time is noon of 10 March 2024, the zone UTC. */
record ReadLog(List<LogRecord> records, SourceReport report) {

    static final Instant MODIFIED = Instant.parse("2024-03-10T12:00:00Z");

    static ReadLog of(String... lines) {
        return of((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static ReadLog of(byte[] stored) {
        return of(() -> new ByteArrayInputStream(stored));
    }

    static ReadLog of(Source.Opener opener) {
        List<LogRecord> records = new ArrayList<>();
        Source source = new Source("a.log", opener, MODIFIED);
        SourceReport report = LogReader.read(source, Options.in(ZoneOffset.UTC), records::add);
        return new ReadLog(records, report);
    }

    LogRecord record(int index) {
        return records.get(index);
    }

    List<Problem.Kind> problems() {
        return report.problems().stream().map(Problem::kind).toList();
    }
}
