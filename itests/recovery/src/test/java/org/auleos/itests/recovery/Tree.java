package org.auleos.itests.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A file tree that random runs change: what is in it, and where something may be. */
final class Tree {

    private static final List<String> DIRECTORIES = List.of("", "d/", "d/e/", "g/");
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

    private final Path root;

    Tree(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** A path below one of the tree's two halves, where something is or not. */
    static String anywhere(String half, RandomGenerator random) {
        return half + "/" + one(DIRECTORIES, random) + one(NAMES, random);
    }

    static <T> T one(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }

    /** Some text, seldom more than a memento holds itself. */
    static String text(RandomGenerator random) {
        int length = random.nextInt(10) == 0 ? 70_000 : random.nextInt(200);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    /** Fills both halves with directories, files and a link. */
    void fill(RandomGenerator random) throws IOException {
        for (String half : List.of("left", "right")) {
            for (String directory : DIRECTORIES) {
                Files.createDirectories(root.resolve(half).resolve(directory));
            }
            for (String directory : DIRECTORIES) {
                Path place = root.resolve(half).resolve(directory);
                for (String name : NAMES) {
                    if (random.nextInt(3) == 0 && !Files.exists(place.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                        Files.writeString(place.resolve(name), text(random));
                    }
                }
            }
        }
    }

    /** Everything there is: kind, permissions, content or target, by path. */
    SortedMap<String, String> snapshot() throws IOException {
        SortedMap<String, String> entries = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                entries.put(root.relativize(path).toString(), describe(path));
            }
        }
        return entries;
    }

    private static String describe(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "link to " + Files.readSymbolicLink(path);
        }
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        return Files.isDirectory(path)
                ? mode + " directory"
                : mode + " file " + Base64.getEncoder().encodeToString(Files.readAllBytes(path));
    }

    /** What is not as it was: path, what it was and what it is, each cut short. */
    static List<String> difference(SortedMap<String, String> was, SortedMap<String, String> is) {
        return Stream.concat(was.keySet().stream(), is.keySet().stream())
                .distinct()
                .filter(path -> !was.getOrDefault(path, "absent").equals(is.getOrDefault(path, "absent")))
                .map(path -> path + " was " + cut(was.getOrDefault(path, "absent")) + ", is "
                        + cut(is.getOrDefault(path, "absent")))
                .toList();
    }

    private static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "… (" + text.length() + ")";
    }

    void delete() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
