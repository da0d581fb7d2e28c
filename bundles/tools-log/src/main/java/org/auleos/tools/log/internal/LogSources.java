package org.auleos.tools.log.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.auleos.tools.log.internal.scan.FileFinder;
import org.auleos.tools.log.internal.scan.FileKind;
import org.auleos.tools.log.internal.scan.FoundFile;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Lists the log files there are. */
@Component
@ToolSpec(
        name = "log.sources",
        description = "Lists the log files below the given files and directories, or in this machine's usual places.",
        permissions = "fs:read:{paths}",
        effect = Effect.READ,
        risk = Risk.NONE,
        timeout = "PT2M")
public final class LogSources implements Tool<LogSources.In, LogSources.Out> {

    private static final List<String> USUAL = List.of("/var/log");

    public record In(
            @Doc("files and directories to look below; this machine's own logs when absent") @Nullable
            List<String> paths) {

        /** Absent paths stand for the usual ones, so that what the call needs is declared like any other path. */
        public In {
            paths = paths == null || paths.isEmpty() ? USUAL : List.copyOf(paths);
        }
    }

    /** A log file. */
    public record Found(
            @Doc("the file") String path,
            @Doc("bytes as stored") long size,
            @Doc("last change of its content") Instant modified,

            @Doc("log: still written to; rotated: put aside, perhaps gzipped")
            FileKind kind) {}

    public record Out(
            @Doc("the files, log by log, the oldest of each first")
            List<Found> files,

            @Doc("what could not be looked at, or was passed over")
            List<String> problems) {}

    @Override
    public Out call(In in, ToolContext context) {
        FileFinder finder = new FileFinder(context);
        Objects.requireNonNullElse(in.paths(), USUAL).forEach(finder::add);
        return new Out(finder.files().stream().map(LogSources::found).toList(), finder.problems());
    }

    private static Found found(FoundFile file) {
        return new Found(file.path(), file.size(), file.modified().toInstant(), file.kind());
    }
}
