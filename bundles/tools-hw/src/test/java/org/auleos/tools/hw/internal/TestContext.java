package org.auleos.tools.hw.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.auleos.plugin.files.Directory;
import org.auleos.plugin.files.Place;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;

/** A call that is granted no files and no further capability. */
record TestContext() implements ToolContext {

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
        throw new ToolException(ToolException.Code.DENIED, path + " is not granted");
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
