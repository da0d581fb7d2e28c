package org.auleos.testkit;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.auleos.json.Codec;
import org.auleos.json.Json;
import org.auleos.json.TypeArguments;
import org.auleos.plugin.tool.Probe;
import org.auleos.plugin.tool.Reversible;
import org.auleos.plugin.tool.Tool;
import org.auleos.plugin.tool.ToolException;
import org.auleos.plugin.tool.Undone;

/**
 * Runs one tool the way the platform does, without a container. Input, output and memento go through their JSON form, and only
 * paths that the tool's {@code @ToolSpec} declares can be reached. Whatever the tool does against its contract is an
 * {@code AssertionError}. Immutable.
 *
 * <pre>
 * ToolHarness.of(new Append(), dir).callAndUndo(new Append.In("log.txt", "one"));
 * </pre>
 *
 * @param <I> the tool's input
 * @param <O> the tool's output
 */
public final class ToolHarness<I extends Record, O extends Record> {

    /** What every clock of a harness shows. */
    public static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private static final String STORAGE = ".tool-storage";

    private final Tool<I, O> tool;
    private final Codec<I> input;
    private final Codec<O> output;
    private final HarnessContext.Setting setting;

    private ToolHarness(Tool<I, O> tool, HarnessContext.Setting setting) {
        List<Class<?>> types = arguments(tool, Tool.class);
        this.tool = tool;
        this.input = codec(types.get(0));
        this.output = codec(types.get(1));
        this.setting = setting;
    }

    /** A harness whose workspace is that directory. Throws {@code IllegalArgumentException} when a type has no JSON form. */
    public static <I extends Record, O extends Record> ToolHarness<I, O> of(Tool<I, O> tool, Path workspace) {
        Path absolute = real(workspace);
        return new ToolHarness<>(
                tool,
                new HarnessContext.Setting(
                        absolute,
                        absolute.resolve(STORAGE),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        Map.of(),
                        Set.of(),
                        false));
    }

    private static Path real(Path workspace) {
        try {
            return workspace.toRealPath();
        } catch (IOException e) {
            throw new IllegalArgumentException(workspace + ": expected a directory that is there", e);
        }
    }

    /** The same with capabilities that {@code ToolContext.require} finds granted. */
    public ToolHarness<I, O> granting(String... capabilities) {
        return new ToolHarness<>(
                tool,
                new HarnessContext.Setting(
                        setting.workspace(),
                        setting.storage(),
                        setting.clock(),
                        setting.environment(),
                        Set.of(capabilities),
                        setting.cancelled()));
    }

    /** The same with that environment. */
    public ToolHarness<I, O> environment(Map<String, String> variables) {
        return new ToolHarness<>(
                tool,
                new HarnessContext.Setting(
                        setting.workspace(),
                        setting.storage(),
                        setting.clock(),
                        Map.copyOf(variables),
                        setting.granted(),
                        setting.cancelled()));
    }

    /** The schema callers see. */
    public Json.Obj inputSchema() {
        return input.schema();
    }

    /** The schema of the answer. */
    public Json.Obj outputSchema() {
        return output.schema();
    }

    /** Calls the tool once. Throws what the tool throws. */
    public O call(I in) throws Exception {
        try (HarnessContext context = context(in)) {
            return through(output, tool.call(through(input, in), context));
        }
    }

    /** Calls the tool with an input as JSON, as a caller from outside does. Throws {@code JsonException} naming the member. */
    public O call(String json) throws Exception {
        return call(input.read(Json.parse(json)));
    }

    /**
     * Undoes a call that never took place, calls the tool, and undoes twice; each time everything in the workspace must be as
     * before the call.
     *
     * @return what the call answered
     */
    public O callAndUndo(I in) throws Exception {
        Reversible<I, Record> reversible = reversible();
        Codec<Record> mementos = codec(arguments(tool, Reversible.class).get(1));
        Snapshot state = state();
        try (HarnessContext context = context(in)) {
            Record before = through(mementos, reversible.before(through(input, in), context));
            require(state, "before() must change nothing");
            undone(reversible.undo(in, before, Optional.empty(), context), state, "an undo of a call that never was");
            O out = through(output, tool.call(through(input, in), context));
            undone(reversible.undo(in, before, Optional.of(out), context), state, "the undo");
            undone(reversible.undo(in, before, Optional.of(out), context), state, "the second undo");
            return out;
        }
    }

    private void undone(Undone result, Snapshot state, String what) throws IOException {
        if (!(result instanceof Undone.Restored)) {
            throw new AssertionError(what + " must answer Restored, and answered " + result);
        }
        require(state, what + " must leave everything as it was before the call");
    }

    private void require(Snapshot state, String rule) throws IOException {
        String difference = state.difference(state());
        if (!difference.isEmpty()) {
            throw new AssertionError(rule + "; different: " + difference);
        }
    }

    private Snapshot state() throws IOException {
        return Snapshot.of(setting.workspace(), setting.storage());
    }

    /** Asks the tool's probe whether the call took effect; it must change nothing. */
    @SuppressWarnings("unchecked") // a tool probes calls with its own input
    public Probe.Finding probe(I in) throws Exception {
        if (!(tool instanceof Probe<?>)) {
            throw new AssertionError(tool.getClass().getName() + " must implement Probe to be probed");
        }
        Snapshot state = state();
        try (HarnessContext context = context(in)) {
            Probe.Finding finding = ((Probe<I>) tool).probe(through(input, in), context);
            require(state, "probe() must change nothing");
            return finding;
        }
    }

    /** Requires that a call ends in time when its run is cancelled, its deadline past and its thread interrupted. */
    public void endsWhenCancelled(I in, Duration within) throws Exception {
        HarnessContext.Setting cancelled = new HarnessContext.Setting(
                setting.workspace(),
                setting.storage(),
                setting.clock(),
                setting.environment(),
                setting.granted(),
                true);
        ToolHarness<I, O> stopped = new ToolHarness<>(tool, cancelled);
        FutureTask<O> task = new FutureTask<>(() -> {
            Thread.currentThread().interrupt();
            return stopped.call(in);
        });
        Thread thread = new Thread(task, "cancelled-call");
        thread.setDaemon(true);
        thread.start();
        ended(task, within);
    }

    private void ended(FutureTask<O> task, Duration within) throws Exception {
        try {
            task.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    tool.getClass().getName() + " must end within " + within + " once it is cancelled and interrupted",
                    e);
        } catch (ExecutionException e) {
            requireCancelled(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static void requireCancelled(Throwable problem) {
        boolean expected = problem instanceof InterruptedException
                || problem instanceof ClosedByInterruptException
                || (problem instanceof ToolException known && known.code() == ToolException.Code.CANCELLED);
        if (!expected) {
            throw new AssertionError("a cancelled call must end with its interrupt or with CANCELLED", problem);
        }
    }

    private HarnessContext context(I in) {
        return new HarnessContext(setting, Declaration.of(tool, (Json.Obj) input.write(in), setting.workspace()));
    }

    @SuppressWarnings("unchecked") // its first argument is the tool's input, or it would not be undoable
    private Reversible<I, Record> reversible() {
        if (tool instanceof Reversible<?, ?> reversible) {
            return (Reversible<I, Record>) reversible;
        }
        throw new AssertionError(tool.getClass().getName() + " must implement Reversible to be undone");
    }

    private static <T extends Record> T through(Codec<T> codec, T value) {
        return codec.read(Json.parse(codec.write(value).bytes()));
    }

    private static List<Class<?>> arguments(Object tool, Class<?> generic) {
        return TypeArguments.of(tool.getClass(), generic)
                .orElseThrow(
                        () -> new IllegalArgumentException(tool.getClass().getName() + ": expected it to implement "
                                + generic.getSimpleName() + " itself, as the container publishes only that"));
    }

    @SuppressWarnings("unchecked") // the type argument says so
    private static <T> Codec<T> codec(Class<?> type) {
        return (Codec<T>) Codec.of(type);
    }
}
