package org.auleos.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.auleos.plugin.files.Directory;
import org.auleos.plugin.files.Directory.Access;
import org.auleos.plugin.files.Place;
import org.auleos.plugin.tool.ToolContext;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.ToolException.Code;

/** The context of one call in a test: time stands still, randomness has a seed, and only declared paths can be reached. */
final class HarnessContext implements ToolContext, Closeable {

    /** What a harness gives to every call. */
    record Setting(
            Path workspace,
            Path storage,
            Clock clock,
            Map<String, String> environment,
            Set<String> granted,
            boolean cancelled) {}

    private final List<Directory> open = new CopyOnWriteArrayList<>();
    private final RandomGenerator random = new Random(1);
    private final Setting setting;
    private final Declaration declaration;

    HarnessContext(Setting setting, Declaration declaration) {
        this.setting = setting;
        this.declaration = declaration;
    }

    @Override
    public String idempotencyKey() {
        return "test-key";
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public Instant deadline() {
        return setting.clock.instant().plus(setting.cancelled ? Duration.ZERO : Duration.ofSeconds(30));
    }

    @Override
    public boolean cancelled() {
        return setting.cancelled;
    }

    @Override
    public void progress(double fraction, String message) {
        if (!(fraction <= 1)) {
            throw new AssertionError(
                    "progress is " + fraction + "; expected at most 1, or a negative number for unknown");
        }
    }

    @Override
    public void log(System.Logger.Level level, String message) {
        System.getLogger("org.auleos.tool").log(level, message);
    }

    @Override
    public Clock clock() {
        return setting.clock;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(setting.environment.get(name));
    }

    @Override
    public Place place(String path, Access access) {
        Path absolute = setting.workspace.resolve(path).normalize();
        if (!declaration.covers(absolute, access)) {
            throw new ToolException(
                    Code.DENIED, absolute + " for " + access + " is not declared; name it in @ToolSpec(permissions)");
        }
        Path root = absolute.startsWith(setting.workspace) ? setting.workspace : existing(absolute);
        Directory directory = opened(root, access, declaration::covers);
        return new Place(directory, root.relativize(absolute).toString());
    }

    /** The nearest directory above the path that is there. */
    private static Path existing(Path path) {
        Path at = path.getParent();
        while (at != null && !Files.isDirectory(at)) {
            at = at.getParent();
        }
        return at == null ? path : at;
    }

    @Override
    public Directory storage() {
        try {
            return opened(Files.createDirectories(setting.storage), Access.WRITE, (path, access) -> true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Directory opened(Path root, Access access, Directory.Guard guard) {
        try {
            Directory directory = Directory.open(root, access, guard);
            open.add(directory);
            return directory;
        } catch (IOException e) {
            throw new ToolException(Code.NOT_FOUND, root + " cannot be opened: " + e, e);
        }
    }

    @Override
    public void require(String capability) {
        if (!setting.granted.contains(capability)) {
            throw new ToolException(Code.DENIED, capability + " is not granted; see ToolHarness.granting");
        }
    }

    @Override
    public void close() throws IOException {
        for (Directory directory : new ArrayList<>(open)) {
            directory.close();
        }
    }
}
