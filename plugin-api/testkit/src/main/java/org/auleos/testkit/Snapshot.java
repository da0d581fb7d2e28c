package org.auleos.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything below a directory, as far as an undo must restore it: names, kinds, contents and link targets. */
record Snapshot(Map<String, String> entries) {

    /** Looks at all of it; {@code except} and what is below is left out. */
    static Snapshot of(Path directory, Path except) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.filter(one -> !one.startsWith(except)).toList()) {
                entries.put(directory.relativize(path).toString(), describe(path));
            }
        }
        return new Snapshot(entries);
    }

    private static String describe(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "link to " + Files.readSymbolicLink(path);
        } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return "file " + Base64.getEncoder().encodeToString(Files.readAllBytes(path));
        }
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? "directory" : "other";
    }

    /** What is different there, for a message; empty when nothing is. */
    String difference(Snapshot other) {
        return Stream.concat(entries.keySet().stream(), other.entries.keySet().stream())
                .distinct()
                .sorted()
                .filter(name ->
                        !entries.getOrDefault(name, "absent").equals(other.entries.getOrDefault(name, "absent")))
                .collect(Collectors.joining(", "));
    }
}
