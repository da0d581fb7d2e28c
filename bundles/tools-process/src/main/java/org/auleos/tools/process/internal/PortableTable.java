package org.auleos.tools.process.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.auleos.plugin.tool.ToolContext;

/** What Java knows about processes on any system: neither their memory nor their state, and few arguments of other users. */
final class PortableTable implements ProcessTable {

    @Override
    public List<ProcessFacts> all(ToolContext context) {
        Instant now = context.clock().instant();
        return ProcessHandle.allProcesses().map(handle -> describe(handle, now)).toList();
    }

    @Override
    public Optional<ProcessFacts> one(long pid, Instant now) {
        return ProcessHandle.of(pid).map(handle -> describe(handle, now));
    }

    private static ProcessFacts describe(ProcessHandle handle, Instant now) {
        ProcessHandle.Info info = handle.info();
        String command = info.command().orElse("");
        String name = command.isEmpty() ? "?" : String.valueOf(Path.of(command).getFileName());
        double seconds = info.totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
        Optional<Instant> started = info.startInstant();
        return new ProcessFacts(
                handle.pid(),
                handle.parent().map(ProcessHandle::pid).orElse(0L),
                info.user().orElse(""),
                name,
                info.commandLine().map(Secrets::masked).orElse("[" + name + "]"),
                ProcessFacts.State.OTHER,
                started.map(start -> LinuxTable.percent(seconds, start, now)).orElse(0.0),
                seconds,
                0,
                started.orElse(null));
    }
}
