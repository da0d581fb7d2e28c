package org.auleos.tools.hw.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.auleos.plugin.tool.Doc;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolSpec;
import org.osgi.service.component.annotations.Component;
import oshi.software.os.OSFileStore;

/** Says how full the file systems are. */
@Component
@ToolSpec(
        name = "hw.disk",
        description =
                "Says how full every local file system is, in bytes and in inodes. Leaves out pseudo, memory-backed,"
                        + " packed read-only and network file systems.",
        permissions = "hw:read",
        effect = Effect.READ,
        risk = Risk.NONE)
public final class Disk implements Tool<Nothing, Disk.Out> {

    /** Not on a disk, or always full by nature. */
    private static final Set<String> LEFT_OUT = Set.of(
            "tmpfs",
            "devtmpfs",
            "ramfs",
            "proc",
            "sysfs",
            "cgroup",
            "cgroup2",
            "devpts",
            "mqueue",
            "debugfs",
            "tracefs",
            "securityfs",
            "pstore",
            "bpf",
            "autofs",
            "efivarfs",
            "squashfs",
            "iso9660",
            "udf",
            "nsfs",
            "fusectl",
            "hugetlbfs",
            "configfs",
            "binfmt_misc",
            "rpc_pipefs",
            "devfs",
            "erofs");

    public record FileSystem(
            @Doc("where it is mounted") String mount,
            @Doc("the device, or what stands for it") String device,
            @Doc("kind of file system, e.g. ext4") String type,
            @Doc("size, bytes") long total,
            @Doc("free to an ordinary user, bytes") long free,

            @Doc("share in use as an ordinary user sees it, 0 to 100")
            double usedPercent,

            @Doc("how many files it can hold; 0 when it has no such limit")
            long inodes,

            @Doc("how many more files it can hold") long inodesFree,
            @Doc("share of inodes in use, 0 to 100") double inodesUsedPercent,
            @Doc("true when it cannot be written") boolean readOnly) {}

    public record Out(@Doc("the file systems, by mount") List<FileSystem> disks) {}

    @Override
    public Out call(Nothing in, ToolContext context) {
        return new Out(
                Native.ask(machine -> distinct(machine.getOperatingSystem().getFileSystem().getFileStores(true).stream()
                        .filter(Disk::onDisk)
                        .map(Disk::describe)
                        .sorted(Comparator.comparing(FileSystem::mount))
                        .toList())));
    }

    private static boolean onDisk(OSFileStore store) {
        return !LEFT_OUT.contains(store.getType()) && store.getTotalSpace() > 0;
    }

    /** One device mounted in several places counts once, at the shortest of them. */
    static List<FileSystem> distinct(Collection<FileSystem> all) {
        Map<String, FileSystem> byDevice = new LinkedHashMap<>();
        for (FileSystem next : all) {
            String key = next.device().startsWith("/")
                    ? next.device()
                    : next.device() + " " + next.total() + " " + next.free();
            byDevice.merge(key, next, (a, b) -> a.mount().length() <= b.mount().length() ? a : b);
        }
        return List.copyOf(byDevice.values());
    }

    private static FileSystem describe(OSFileStore store) {
        long used = store.getTotalSpace() - store.getFreeSpace();
        long inodes = Math.max(0, store.getTotalInodes());
        long inodesFree = Math.max(0, store.getFreeInodes());
        return new FileSystem(
                store.getMount(),
                store.getVolume(),
                store.getType(),
                store.getTotalSpace(),
                store.getUsableSpace(),
                Native.percent(used, used + store.getUsableSpace()),
                inodes,
                inodesFree,
                Native.percent(inodes - inodesFree, inodes),
                List.of(store.getOptions().split(",", -1)).contains("ro"));
    }
}
