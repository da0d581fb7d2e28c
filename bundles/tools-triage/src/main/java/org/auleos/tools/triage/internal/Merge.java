package org.auleos.tools.triage.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Merges findings about logs with those about the machine: no doubles, the one confirming the other, ranked, few. */
final class Merge {

    /** How many findings a report aims at; only findings above low may exceed it. */
    private static final int FEW = 12;

    /** Which checks of the machine confirm which rules on logs (by the beginning of the rule). */
    private static final Map<String, List<String>> CONFIRMS = Map.of(
            "machine.disk-full", List.of("storage.full", "storage.inodes", "storage.nearly-full", "storage.quota"),
            "machine.disk-read-only", List.of("storage.read-only", "storage.filesystem-damage"),
            "machine.disk-wait", List.of("kernel.hung-task", "storage.nfs", "kernel.disk-error"),
            "machine.memory", List.of("memory."),
            "machine.certificate", List.of("certificate.expir"));

    private static final Comparator<Finding> RANKING = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(Comparator.comparing(Finding::confidence).reversed())
            .thenComparing(Finding::lastSeen, Comparator.nullsFirst(Comparator.reverseOrder()))
            .thenComparing(Comparator.comparing(Finding::count).reversed())
            .thenComparing(Finding::id);

    private Merge() {}

    static List<Finding> of(List<Finding> logs, List<Finding> machine) {
        List<Finding> all = new ArrayList<>(machine);
        logs.forEach(finding -> all.add(confirmed(finding, machine)));
        Set<String> ids = new HashSet<>();
        List<Finding> merged = all.stream()
                .filter(finding -> ids.add(finding.id()))
                .sorted(RANKING)
                .toList();
        List<Finding> few = new ArrayList<>();
        for (Finding finding : merged) {
            if (few.size() < FEW || finding.severity().compareTo(Severity.LOW) > 0) {
                few.add(finding);
            }
        }
        return List.copyOf(few);
    }

    private static Finding confirmed(Finding finding, List<Finding> machine) {
        Finding result = finding;
        for (Finding reading : machine) {
            boolean confirms =
                    CONFIRMS.getOrDefault(reading.rule(), List.of()).stream().anyMatch(finding.rule()::startsWith);
            if (confirms) {
                result = result.withNote("The machine shows it now: " + reading.title() + ".");
            }
        }
        return result;
    }
}
