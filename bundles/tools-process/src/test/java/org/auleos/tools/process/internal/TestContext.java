package org.auleos.tools.process.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.auleos.plugin.files.Directory;
import org.auleos.plugin.files.Place;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;

/** A call whose workspace is a directory, and that is granted nothing else. */
record TestContext(Path workspace) implements ToolContext {

    @Override
    public String idempotencyKey() {
        return "key";
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public Instant deadline() {
        return Instant.MAX;
    }

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public void progress(double fraction, String message) {}

    @Override
    public void log(System.Logger.Level level, String message) {}

    @Override
    public Clock clock() {
        return Clock.systemUTC();
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
        try {
            return new Place(Directory.open(workspace, access, (p, a) -> true), path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Directory storage() {
        throw new ToolException(ToolException.Code.DENIED, "no storage");
    }

    @Override
    public void require(String capability) {
        throw new ToolException(ToolException.Code.DENIED, capability + " is not granted");
    }
}
