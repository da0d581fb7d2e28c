package org.auleos.tools.net.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.auleos.plugin.files.Directory;
import org.auleos.plugin.files.Place;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;

/** A call that may read any file, and is granted capabilities that begin with one of some texts; notes what it asked for. */
record TestContext(List<String> granted, List<String> asked) implements ToolContext {

    static TestContext granting(String... beginnings) {
        return new TestContext(List.of(beginnings), new ArrayList<>());
    }

    @Override
    public String idempotencyKey() {
        return "key-1";
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
            return new Place(Directory.open(Path.of("/"), access, (p, a) -> true), path.substring(1));
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
        asked.add(capability);
        if (granted.stream().noneMatch(capability::startsWith)) {
            throw new ToolException(ToolException.Code.DENIED, capability + " is not granted");
        }
    }
}
