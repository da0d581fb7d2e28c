package org.auleos.toolbox.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.auleos.api.ledger.Origin;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.Decision;
import org.auleos.api.policy.Guard;
import org.auleos.api.policy.Question;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolCall;
import org.auleos.json.Json;
import org.auleos.plugin.tool.Tool;

/** A toolbox with everything around it in memory, and its tools below one directory. */
final class Workshop implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    final MemoryLedger ledger = new MemoryLedger();
    final MemoryApprovals approvals = new MemoryApprovals();
    final LeasingToolbox toolbox;
    final Path home;

    /** Grants of the calls made here. */
    volatile Set<Capability> granted = Set.of();

    /** Paths nobody may touch, whatever is granted. */
    volatile Set<Capability> forbidden = Set.of();

    volatile Duration timeout = Duration.ofSeconds(20);
    volatile ToolCall.Watch watch = ToolCall.Watch.NONE;
    volatile boolean asks;

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    Workshop(Path home) {
        this.home = home;
        Guard guard = this::decide;
        Surroundings around = new Surroundings(
                guard,
                approvals,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new SplittableRandom(1),
                home,
                Set.of("KNOWN", "UNSET"),
                name -> name.equals("UNSET") ? Optional.empty() : Optional.of("value of " + name));
        this.toolbox = new LeasingToolbox(
                ledger,
                around,
                new LeasingToolbox.Workers(pool, timer),
                new LeasingToolbox.Limits(Duration.ofMillis(200), Duration.ofSeconds(5)));
    }

    private Decision decide(Question question) {
        if (asks) {
            return new Decision.AskPerson("p1", "risk high asks a person", 1, false, Duration.ofHours(1));
        }
        for (Capability required : question.required()) {
            boolean covered = question.granted().stream().anyMatch(grant -> grant.covers(required));
            if (!covered || forbidden.stream().anyMatch(rule -> rule.covers(required))) {
                return new Decision.Refused("p1", required, required + " is not granted");
            }
        }
        return new Decision.Permitted("p1");
    }

    ToolVersion add(String version, Tool<?, ?> tool, Map<String, Object> properties) {
        return toolbox.register(Spec.of(properties), new ToolSource() {
            @Override
            public String version() {
                return version;
            }

            @Override
            public String sha256() {
                return "sha-of-" + version;
            }

            @Override
            public Tool<?, ?> tool() {
                return tool;
            }
        });
    }

    /** Properties as the declaration of a tool becomes them. */
    static Map<String, Object> spec(String name, String effect, String... permissions) {
        return Map.of(
                "auleos.tool.name", name,
                "auleos.tool.description", "for a test",
                "auleos.tool.effect", effect,
                "auleos.tool.permissions", permissions,
                "auleos.tool.timeout", "PT5S");
    }

    Outcome call(String run, String tool, String input) throws InterruptedException {
        Provenance provenance =
                Provenance.person("ann", new Origin("cli", "")).withRun(run).withUnit("u1");
        return toolbox.call(new ToolCall(
                tool, (Json.Obj) Json.parse(input), provenance, granted, "key-" + tool, 1, timeout, watch));
    }

    void grant(String... capabilities) {
        granted = Set.copyOf(List.of(capabilities).stream().map(Capability::of).toList());
    }

    @Override
    public void close() {
        pool.shutdownNow();
        timer.shutdownNow();
    }
}
