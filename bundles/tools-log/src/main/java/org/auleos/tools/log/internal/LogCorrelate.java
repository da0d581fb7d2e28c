package org.auleos.tools.log.internal;

import java.util.List;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.auleos.tools.log.internal.finding.Correlator;
import org.auleos.tools.log.internal.finding.Finding;
import org.auleos.tools.log.internal.rules.RuleBook;
import org.osgi.service.component.annotations.Component;

/** Relates findings to each other. */
@Component
@ToolSpec(
        name = "log.correlate",
        description = "Puts findings of several logs together: drops doubles, names probable causes, ranks the rest.",
        effect = Effect.PURE,
        risk = Risk.NONE)
public final class LogCorrelate implements Tool<LogCorrelate.In, LogCorrelate.Out> {

    public record In(@Doc("findings of one or more scans") List<Finding> findings) {}

    public record Out(
            @Doc("the findings, fewer, related and ranked") List<Finding> findings) {}

    @Override
    public Out call(In in, ToolContext context) {
        return new Out(new Correlator(RuleBook.shipped()).correlate(in.findings()));
    }
}
