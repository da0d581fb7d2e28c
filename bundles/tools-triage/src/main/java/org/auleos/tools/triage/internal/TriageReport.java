package org.auleos.tools.triage.internal;

import java.time.Instant;
import java.util.List;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Puts the findings of logs and machine into one report. */
@Component
@ToolSpec(
        name = "triage.report",
        description = "Merges findings about logs and about the machine into one ranked report without doubles.",
        effect = Effect.PURE,
        risk = Risk.NONE)
public final class TriageReport implements Tool<TriageReport.In, TriageReport.Out> {

    /** A file that was read. */
    public record Input(
            @Doc("the file") String path,
            @Doc("physical lines read") long lines,
            @Doc("bytes of text read") long bytes,
            @Doc("time of the earliest record") @Nullable Instant from,
            @Doc("time of the latest record") @Nullable Instant to) {}

    public record In(
            @Doc("findings of log.scan or log.correlate") @Nullable
            List<Finding> logs,

            @Doc("findings of triage.machine") @Nullable List<Finding> machine,
            @Doc("the files read") @Nullable List<Input> inputs,
            @Doc("what could not be read") @Nullable List<String> problems) {}

    /** What a report comes to. */
    public enum Status {
        /** Nothing above low. */
        CLEAR,
        /** At least one finding above low. */
        FINDINGS,
        /** Nothing could be read, so nothing can be said. */
        UNREAD
    }

    public record Out(
            @Doc("clear: nothing above low; findings; unread: nothing could be read")
            Status status,

            @Doc("the files read") List<Input> inputs,
            @Doc("what is wrong, the most important first") List<Finding> findings,
            @Doc("what could not be read") List<String> problems) {}

    @Override
    public Out call(In in, ToolContext context) {
        List<Finding> findings = Merge.of(orEmpty(in.logs()), orEmpty(in.machine()));
        List<Input> inputs = orEmpty(in.inputs());
        boolean serious =
                findings.stream().anyMatch(finding -> finding.severity().compareTo(Severity.LOW) > 0);
        boolean unread = in.machine() == null && inputs.isEmpty();
        Status status = serious ? Status.FINDINGS : unread ? Status.UNREAD : Status.CLEAR;
        return new Out(status, inputs, findings, orEmpty(in.problems()));
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
