package org.auleos.planner.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The plan files of the bundle, read from its sources. */
final class ShippedPlans {

    private ShippedPlans() {}

    static Library library() {
        return Library.of(sources());
    }

    static List<Library.Source> sources() {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/plans"))) {
            return files.sorted().map(ShippedPlans::source).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Library.Source source(Path file) {
        try {
            return new Library.Source(file.getFileName().toString(), false, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
