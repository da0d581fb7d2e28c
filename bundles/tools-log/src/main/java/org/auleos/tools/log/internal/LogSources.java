package org.auleos.tools.log.internal;

import java.time.Instant;
import java.util.List;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.auleos.tools.log.internal.scan.FileFinder;
import org.auleos.tools.log.internal.scan.FileKind;
import org.auleos.tools.log.internal.scan.FoundFile;
import org.osgi.service.component.annotations.Component;

/** Lists the log files there are. */
@Component
@ToolSpec(
        name = "log.sources",
        description = "Lists the log files below the given files and directories, such as /var/log.",
        permissions = "fs:read:{paths}",
        effect = Effect.READ,
        risk = Risk.NONE,
        timeout = "PT2M")
public final class LogSources implements Tool<LogSources.In, LogSources.Out> {

    public record In(
            @Doc("files and directories to look below, e.g. /var/log")
            List<String> paths) {}

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
        in.paths().forEach(finder::add);
        return new Out(finder.files().stream().map(LogSources::found).toList(), finder.problems());
    }

    private static Found found(FoundFile file) {
        return new Found(file.path(), file.size(), file.modified().toInstant(), file.kind());
    }
}
