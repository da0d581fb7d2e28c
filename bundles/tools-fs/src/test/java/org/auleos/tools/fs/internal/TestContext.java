package org.auleos.tools.fs.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.auleos.plugin.files.Directory;
import org.auleos.plugin.files.Place;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;

/** One call: {@code granted} is what it may touch, {@code storage} its own; time stands still. */
record TestContext(
        Path granted,
        Path ownStorage,
        int attempt,
        boolean cancelled,
        Predicate<Path> readable,
        Predicate<Path> writable)
        implements ToolContext {

    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    static TestContext in(Path temp) throws IOException {
        Path real = temp.toRealPath();
        return new TestContext(
                Files.createDirectories(real.resolve("granted")),
                Files.createDirectories(real.resolve("storage")),
                1,
                false,
                path -> true,
                path -> true);
    }

    TestContext again() {
        return new TestContext(granted, ownStorage, 2, cancelled, readable, writable);
    }

    TestContext stopped() {
        return new TestContext(granted, ownStorage, attempt, true, readable, writable);
    }

    TestContext storing(Path elsewhere) {
        return new TestContext(granted, elsewhere, attempt, cancelled, readable, writable);
    }

    TestContext writing(Predicate<Path> only) {
        return new TestContext(granted, ownStorage, attempt, cancelled, readable, only);
    }

    TestContext seeing(Predicate<Path> only) {
        return new TestContext(granted, ownStorage, attempt, cancelled, only, only);
    }

    @Override
    public String idempotencyKey() {
        return "key";
    }

    @Override
    public Instant deadline() {
        return NOW.plusSeconds(30);
    }

    @Override
    public void progress(double fraction, String message) {}

    @Override
    public void log(System.Logger.Level level, String message) {}

    @Override
    public Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Override
    public RandomGenerator random() {
        return new Random(1);
    }

    @Override
    public Optional<String> environment(String name) {
        return Optional.empty();
    }

    @Override
    public Place place(String path, Directory.Access access) {
        String relative =
                path.startsWith("/") ? granted.relativize(Path.of(path)).toString() : path;
        return new Place(open(granted, access, readable, writable), relative);
    }

    @Override
    public Directory storage() {
        return open(ownStorage, Directory.Access.WRITE, path -> true, path -> true);
    }

    @Override
    public void require(String capability) {
        throw new ToolException(ToolException.Code.DENIED, capability + " is not granted");
    }

    private static Directory open(
            Path root, Directory.Access access, Predicate<Path> readable, Predicate<Path> writable) {
        try {
            return Directory.open(
                    root, access, (path, wanted) -> (wanted == Directory.Access.READ ? readable : writable).test(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
