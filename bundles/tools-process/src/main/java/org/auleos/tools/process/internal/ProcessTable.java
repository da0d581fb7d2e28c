package org.auleos.tools.process.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.auleos.plugin.tool.ToolContext;

/** The processes of this machine. Safe for concurrent use. */
interface ProcessTable {

    /** {@code /proc} on Linux; elsewhere what Java itself knows, which lacks memory, state and the masked arguments of others. */
    static ProcessTable ofThisMachine() {
        Path proc = Path.of("/proc");
        return Files.exists(proc.resolve("self/stat")) ? new LinuxTable(proc) : new PortableTable();
    }

    /** All processes that can be seen, in no order. */
    List<ProcessFacts> all(ToolContext context) throws IOException;

    /** One process; empty when there is none with that number. */
    Optional<ProcessFacts> one(long pid, Instant now) throws IOException;
}
