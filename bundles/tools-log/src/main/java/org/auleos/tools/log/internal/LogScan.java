package org.auleos.tools.log.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.auleos.tools.log.internal.finding.Finding;
import org.auleos.tools.log.internal.mine.Template;
import org.auleos.tools.log.internal.scan.Analysis;
import org.auleos.tools.log.internal.scan.Input;
import org.auleos.tools.log.internal.scan.Scan;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Reads logs once and says what is wrong. */
@Component
@ToolSpec(
        name = "log.scan",
        description =
                "Reads log files of any format, plain or gzipped, and reports what is wrong: few, ranked findings with evidence.",
        permissions = "fs:read:{paths}",
        effect = Effect.READ,
        risk = Risk.NONE,
        timeout = "PT1H")
public final class LogScan implements Tool<LogScan.In, LogScan.Out> {

    private static final int TEMPLATES = 20;

    public record In(
            @Doc("files and directories to read") List<String> paths,

            @Doc("how far back from the newest record, e.g. 24h, 7d or PT30M; everything when absent") @Nullable
            String since) {}

    public record Out(
            @Doc("the files read") List<Input> inputs,
            @Doc("what is wrong, the most important first") List<Finding> findings,

            @Doc("files that could not be read as they should")
            List<String> problems,

            @Doc("the most frequent kinds of messages") List<Template> templates,
            @Doc("how long it took, in milliseconds") long elapsedMs) {}

    @Override
    public Out call(In in, ToolContext context) {
        Instant start = context.clock().instant();
        Scan scan = new Scan(context, in.paths());
        String since = in.since();
        Analysis analysis = new Analysis(since == null ? null : scan.since(since));
        scan.read(analysis);
        List<Finding> findings = analysis.findings();
        List<Template> templates =
                analysis.templates().stream().limit(TEMPLATES).toList();
        long elapsed = Duration.between(start, context.clock().instant()).toMillis();
        return new Out(scan.inputs(), findings, problems(in, scan), templates, elapsed);
    }

    private static List<String> problems(In in, Scan scan) {
        return in.paths().isEmpty() ? List.of("there was no log file to read") : scan.problems();
    }
}
