package org.auleos.tools.process.internal;

import java.io.IOException;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolSpec;
import org.osgi.service.component.annotations.Component;

/** Describes one process. */
@Component
@ToolSpec(
        name = "process.info",
        description = "Describes one process by its number: user, memory, state, start, command line.",
        permissions = "process:read",
        effect = Effect.READ,
        risk = Risk.NONE)
public final class ProcessInfo implements Tool<ProcessInfo.In, ProcessFacts> {

    public record In(@Doc("number of the process") long pid) {}

    private final ProcessTable table = ProcessTable.ofThisMachine();

    @Override
    public ProcessFacts call(In in, ToolContext context) throws IOException {
        return table.one(in.pid(), context.clock().instant())
                .orElseThrow(() -> new ToolException(
                        ToolException.Code.NOT_FOUND, "there is no process " + in.pid() + "; it may have ended"));
    }
}
