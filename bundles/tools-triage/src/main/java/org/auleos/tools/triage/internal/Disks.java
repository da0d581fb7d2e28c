package org.auleos.tools.triage.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.auleos.plugin.tool.Doc;
import org.auleos.tools.triage.internal.Finding.Action;

/** What {@code hw.disk} says, and what is wrong with it. */
public record Disks(@Doc("the mounted file systems") List<Disk> disks) {

    private static final Set<String> MADE_FULL = Set.of("iso9660", "squashfs", "udf", "erofs", "cramfs");
    private static final long PLENTY = 100L << 30;

    private static final Reading SPACE =
            new Reading("machine.disk-full", "storage", "hw.disk", Action.look("hw.disk", "shows all file systems"));

    private static final Reading READ_ONLY = new Reading("machine.disk-read-only", "storage", "hw.disk", null);

    public Disks {
        disks = List.copyOf(disks);
    }

    /** A mounted file system; sizes in bytes. */
    public record Disk(
            String mount,
            String device,
            String type,
            long total,
            long free,
            double usedPercent,
            long inodes,
            long inodesFree,
            double inodesUsedPercent,
            boolean readOnly) {}

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Disk disk : disks) {
            if (MADE_FULL.contains(disk.type())) {
                continue;
            }
            judge(findings, disk, disk.usedPercent(), "space", disk.free() >= PLENTY);
            if (disk.inodes() > 0) {
                judge(findings, disk, disk.inodesUsedPercent(), "inodes", false);
            }
            if (disk.readOnly() && Set.of("/", "/var", "/home", "/tmp").contains(disk.mount())) {
                findings.add(READ_ONLY
                        .of(disk.mount())
                        .finding(
                                Severity.LOW,
                                0.6,
                                disk.mount() + " (" + disk.device() + ", " + disk.type() + ") is read-only",
                                "The file system " + disk.mount() + " is read-only",
                                "Nothing can be written there. Meant so in some containers and images; otherwise the kernel"
                                        + " made it so after a disk error."));
            }
        }
        return findings;
    }

    private static void judge(List<Finding> findings, Disk disk, double percent, String what, boolean plenty) {
        if (percent < 90 || disk.readOnly()) {
            return;
        }
        Severity severity = percent >= 99 ? Severity.CRITICAL : percent >= 95 ? Severity.HIGH : Severity.MEDIUM;
        findings.add(
                SPACE.of(disk.mount() + " " + what)
                        .finding(
                                plenty ? Severity.LOW : severity,
                                0.97,
                                "%s: %.1f %% of the %s used, %d MiB free, %d inodes free (%s, %s)"
                                        .formatted(
                                                disk.mount(),
                                                percent,
                                                what,
                                                disk.free() >> 20,
                                                disk.inodesFree(),
                                                disk.device(),
                                                disk.type()),
                                "The disk at %s is nearly out of %s (%.0f %% used)"
                                        .formatted(disk.mount(), what, percent),
                                "When it is full, programs that write there fail and may lose data. Find what grew, and free some."));
    }
}
