package org.auleos.bench.calls;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.auleos.api.identity.Role;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Origin;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.tool.ToolEvent;
import org.auleos.api.tool.ToolPin;
import org.auleos.bench.NobodyAsked;
import org.auleos.json.Json;
import org.auleos.ledger.internal.ChainedLedger;
import org.auleos.ledger.internal.journal.DirectoryDisk;
import org.auleos.ledger.internal.journal.FileJournal;
import org.auleos.platform.internal.BundleThreads;
import org.auleos.plugin.tool.Tool;
import org.auleos.policy.internal.PolicyGuard;
import org.auleos.toolbox.internal.LeasingToolbox;
import org.auleos.toolbox.internal.Spec;
import org.auleos.toolbox.internal.Surroundings;
import org.auleos.toolbox.internal.ToolSource;

/** The toolbox of the product with its guard and a ledger, without a container. */
final class Workbench implements Closeable {

    private static final Provenance ANN =
            Provenance.person("ann", new Origin("cli", "")).withRun("run-1").withUnit("add");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int SEGMENT_BYTES = 256 << 20;

    private final BundleThreads threads = new BundleThreads();
    private final Path directory;
    private final Closeable disk;
    private final LeasingToolbox toolbox;

    Workbench(String kind, Add tool) throws IOException {
        this.directory = Files.createTempDirectory("calls");
        Clock clock = Clock.systemUTC();
        Ledger ledger;
        if (kind.equals("disk")) {
            FileJournal.Settings settings = new FileJournal.Settings("bench", 1, SEGMENT_BYTES);
            FileJournal journal = FileJournal.open(DirectoryDisk.open(directory), settings, threads.pool("spare", 1));
            ChainedLedger chained = new ChainedLedger(journal, "bench", 1, threads, clock);
            this.disk = () -> {
                chained.close();
                journal.close();
            };
            ledger = chained;
        } else {
            this.disk = () -> {};
            ledger = new DroppingLedger();
        }
        this.toolbox = new LeasingToolbox(
                ledger,
                new Surroundings(
                        PolicyGuard.builtIn(new OnePerson("ann", Role.OPERATOR)),
                        new NobodyAsked(),
                        clock,
                        new SecureRandom(),
                        directory,
                        Set.of(),
                        name -> Optional.empty()),
                new LeasingToolbox.Workers(threads.pool("tool", 16), threads.timer("deadlines")),
                LeasingToolbox.Limits.DEFAULT);
        toolbox.register(
                Spec.of(Map.of("auleos.tool.name", "bench.add", "auleos.tool.effect", "PURE")), new Source(tool));
    }

    private record Source(Tool<?, ?> tool) implements ToolSource {

        @Override
        public String version() {
            return "1.0.0";
        }

        @Override
        public String sha256() {
            return "0".repeat(64);
        }
    }

    Outcome call(Json.Obj input) throws InterruptedException {
        return toolbox.call(
                new ToolCall("bench.add", input, ANN, Set.of(), "run-1/add", 1, TIMEOUT, ToolCall.Watch.NONE));
    }

    /** A record like those the path writes. */
    ToolEvent called(Json.Obj input) {
        return new ToolEvent.Called(
                new ToolPin("bench.add", "1.0.0", "0".repeat(64)),
                "run-1/add",
                1,
                "0123456789abcdef",
                input,
                List.of(),
                new ToolEvent.Result(
                        "done", Optional.of(Json.empty().with("sum", Json.of(42))), Optional.empty(), Optional.empty()),
                3);
    }

    @Override
    public void close() throws IOException {
        disk.close();
        threads.close();
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(Workbench::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
