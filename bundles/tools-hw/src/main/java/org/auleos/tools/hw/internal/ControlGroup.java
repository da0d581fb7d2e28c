package org.auleos.tools.hw.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The memory limit that Linux sets for a group of processes, such as a container: versions 2 and 1 of the interface. */
record ControlGroup(List<Path> roots) {

    static ControlGroup ofThisProcess() {
        return new ControlGroup(List.of(Path.of("/sys/fs/cgroup"), Path.of("/sys/fs/cgroup/memory")));
    }

    /** The limit, bytes; empty when there is none below the memory of the machine. */
    OptionalLong memoryLimit(long machine) {
        OptionalLong limit = first("memory.max", "memory.limit_in_bytes");
        return limit.isPresent() && limit.getAsLong() < machine ? limit : OptionalLong.empty();
    }

    /** What the group uses, bytes. */
    OptionalLong memoryUsed() {
        return first("memory.current", "memory.usage_in_bytes");
    }

    private OptionalLong first(String... names) {
        for (Path root : roots) {
            for (String name : names) {
                OptionalLong value = number(root.resolve(name));
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong number(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file).strip() : "";
            return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty(); // not open to us, which for this question is the same as none
        }
    }
}
