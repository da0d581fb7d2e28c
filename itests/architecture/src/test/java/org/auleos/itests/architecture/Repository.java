package org.auleos.itests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sources and the built bundles of this repository. */
final class Repository {

    private Repository() {}

    /** The folder with {@code cnf} in it, at or above the one the tests run in. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("cnf"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "no folder with cnf/ above " + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }

    /** Modules with production code: the plugin API, the bundles, the command line. */
    static List<Path> products() {
        List<Path> found = new ArrayList<>(bundles());
        found.add(root().resolve("plugin-api/testkit"));
        found.add(root().resolve("cli"));
        return List.copyOf(found);
    }

    /** Modules that are built as bundles. */
    static List<Path> bundles() {
        try (Stream<Path> folders = Files.list(root().resolve("bundles"))) {
            return Stream.concat(Stream.of(root().resolve("plugin-api/api")), folders)
                    .filter(folder -> Files.exists(folder.resolve("bnd.bnd")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every Java file below a {@code src/main} or {@code src/test} of the repository. */
    static List<Path> sources() {
        return Stream.of("plugin-api", "bundles", "cli", "itests", "bench")
                .flatMap(top -> javaBelow(root().resolve(top)))
                .sorted()
                .toList();
    }

    static boolean isTest(Path source) {
        return named(source).contains("src/test/");
    }

    /** The path as messages and suppressions name it: from the root, with slashes. */
    static String named(Path source) {
        return root().relativize(source).toString().replace('\\', '/');
    }

    private static Stream<Path> javaBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> named(file).contains("/src/"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
