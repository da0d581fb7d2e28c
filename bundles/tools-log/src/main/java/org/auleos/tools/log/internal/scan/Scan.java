package org.auleos.tools.log.internal.scan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.tools.log.internal.read.LogReader;
import org.auleos.tools.log.internal.read.Options;
import org.auleos.tools.log.internal.read.Problem;
import org.auleos.tools.log.internal.read.SourceReport;
import org.auleos.tools.log.internal.record.LogRecord;
import org.jspecify.annotations.Nullable;

/** Reads files one after the other, tells how far it is, and keeps account. Confined to one call. */
public final class Scan {

    private final ToolContext context;
    private final List<FoundFile> files;
    private final List<String> problems;
    private final List<Input> inputs = new ArrayList<>();
    private final long bytesInAll;
    private long bytesBefore;

    /** Finds the files below the paths; nothing is read yet. */
    public Scan(ToolContext context, List<String> paths) {
        this.context = context;
        FileFinder finder = new FileFinder(context);
        paths.forEach(finder::add);
        this.files = finder.files();
        this.problems = new ArrayList<>(finder.problems());
        this.bytesInAll = Math.max(1, files.stream().mapToLong(FoundFile::size).sum());
    }

    /** The time from which on records count, so far back from the newest record of all files; null when that is not known. */
    public @Nullable Instant since(String lookback) {
        Instant newest = Sources.newest(files, zone()).orElse(null);
        return newest == null ? null : newest.minus(Lookback.parse(lookback));
    }

    /** Reads all files, oldest of each log first. */
    public void read(Consumer<LogRecord> records) {
        for (FoundFile file : files) {
            context.checkpoint();
            SourceReport report = LogReader.read(Sources.whole(file), options(file), records);
            context.checkpoint();
            inputs.add(Input.of(report));
            report.problems().stream().map(Problem::text).forEach(problems::add);
            bytesBefore += file.size();
        }
    }

    private Options options(FoundFile file) {
        return new Options(zone(), context::cancelled, bytes -> {
            double done = bytesBefore + Math.min(bytes, file.size());
            context.progress(done / bytesInAll, "reading " + file.path());
        });
    }

    private static ZoneId zone() {
        return ZoneId.systemDefault();
    }

    public List<Input> inputs() {
        return List.copyOf(inputs);
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }
}
