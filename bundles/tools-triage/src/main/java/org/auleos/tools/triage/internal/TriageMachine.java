package org.auleos.tools.triage.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Judges the state of a machine from what other tools read. */
@Component
@ToolSpec(
        name = "triage.machine",
        description = "Says what is wrong with a machine, given what hw.disk, hw.memory, process.list, net.listening"
                + " and net.certificates answered.",
        effect = Effect.PURE,
        risk = Risk.NONE)
public final class TriageMachine implements Tool<TriageMachine.In, TriageMachine.Out> {

    public record In(
            @Doc("what hw.disk answered") @Nullable Disks disk,
            @Doc("what hw.memory answered") @Nullable Memory memory,
            @Doc("what process.list answered") @Nullable Processes processes,
            @Doc("what net.listening answered") @Nullable Ports ports,
            @Doc("what net.certificates answered") @Nullable Certificates certificates) {}

    public record Out(
            @Doc("what is wrong, the most severe first") List<Finding> findings) {}

    @Override
    public Out call(In in, ToolContext context) {
        List<Finding> findings = new ArrayList<>();
        if (in.disk() != null) {
            findings.addAll(in.disk().findings());
        }
        if (in.memory() != null) {
            findings.addAll(in.memory().findings());
        }
        if (in.processes() != null) {
            findings.addAll(in.processes().findings());
        }
        if (in.ports() != null) {
            findings.addAll(in.ports().findings());
        }
        if (in.certificates() != null) {
            findings.addAll(in.certificates().findings());
        }
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return new Out(List.copyOf(findings));
    }
}
