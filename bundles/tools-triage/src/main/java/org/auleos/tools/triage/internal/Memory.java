package org.auleos.tools.triage.internal;

import java.util.ArrayList;
import java.util.List;
import org.auleos.plugin.tool.Doc;
import org.auleos.tools.triage.internal.Finding.Action;
import org.jspecify.annotations.Nullable;

/** What {@code hw.memory} says, in bytes and percent, and what is wrong with it. */
public record Memory(
        long total,
        long available,
        double usedPercent,
        long swapTotal,
        long swapUsed,
        double swapUsedPercent,
        @Doc("limit of the control group") @Nullable Long limit,
        @Doc("used of that limit") @Nullable Long limitUsed) {

    private static final Reading READING = new Reading(
            "machine.memory", "memory", "hw.memory", Action.look("process.list", "shows what uses the memory"));

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        String state = "%d of %d MiB available, %d of %d MiB swap used"
                .formatted(available >> 20, total >> 20, swapUsed >> 20, swapTotal >> 20);
        if (usedPercent >= 90) {
            findings.add(READING.of("memory")
                    .finding(
                            usedPercent >= 96 ? Severity.HIGH : Severity.MEDIUM,
                            0.9,
                            state,
                            "Memory is nearly used up (%.0f %%)".formatted(usedPercent),
                            "The kernel will soon have to kill a process. See which uses the most."));
        } else if (swapTotal > 0 && swapUsedPercent >= 80 && usedPercent >= 75) {
            findings.add(READING.of("swap")
                    .finding(
                            Severity.MEDIUM,
                            0.75,
                            state,
                            "Swap space is nearly used up (%.0f %%)".formatted(swapUsedPercent),
                            "More is in use than fits in memory; the machine is slow and may run out."));
        }
        if (limit != null && limitUsed != null && limit > 0 && limitUsed >= limit / 100 * 95) {
            findings.add(
                    READING.of("limit")
                            .finding(
                                    Severity.MEDIUM,
                                    0.8,
                                    "%d of %d MiB of the limit used".formatted(limitUsed >> 20, limit >> 20),
                                    "The memory limit of this container is nearly reached",
                                    "When it is reached, the kernel kills a process in it (file caches count too, and are given back)."));
        }
        return findings;
    }
}
