package org.auleos.kernel.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.auleos.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a node start: notes when each phase is reached, takes unfinished runs up once their tools are there, and says READY,
 * in the log and in a file, when everything answers. Its state is guarded by its monitor.
 */
final class Boot {

    private static final Logger log = LoggerFactory.getLogger(Boot.class);
    private static final Duration USUAL = Duration.ofSeconds(20);

    private final Start start;
    private final Clock clock;
    private final Set<String> expectedTools;
    private final Predicate<String> hasTool;
    private final Runnable resume;
    private final ReadyFile file;
    private final Map<String, Long> phases = new LinkedHashMap<>();
    private Optional<Integer> port = Optional.empty();
    private boolean toolsThere;
    private boolean ready;
    private boolean complained;

    /**
     * When the launcher began.
     *
     * @param epochMillis milliseconds since the epoch
     */
    record Start(long epochMillis) {}

    /**
     * @param expectedTools names of tools without which this node is not ready
     * @param resume takes unfinished runs up; called once
     */
    Boot(
            Start start,
            Clock clock,
            Set<String> expectedTools,
            Predicate<String> hasTool,
            Runnable resume,
            ReadyFile file) {
        this.start = start;
        this.clock = clock;
        this.expectedTools = Set.copyOf(expectedTools);
        this.hasTool = hasTool;
        this.resume = resume;
        this.file = file;
    }

    /** Notes that a phase is reached; the first time counts. */
    void reached(String phase) {
        reached(phase, clock.millis());
    }

    /** The same for a moment that has passed; milliseconds since the epoch. */
    synchronized void reached(String phase, long epochMillis) {
        phases.putIfAbsent(phase, epochMillis - start.epochMillis());
    }

    private long sinceStart() {
        return clock.millis() - start.epochMillis();
    }

    /** The http door answers. */
    synchronized void open(int httpPort) {
        port = Optional.of(httpPort);
        reached("http");
        look();
    }

    /** The http door is shut. */
    synchronized void shut() {
        port = Optional.empty();
        withdraw();
    }

    /** Looks whether the next phase is reached; true once the node is ready. */
    synchronized boolean look() {
        List<String> missing = toolsThere
                ? List.of()
                : expectedTools.stream().filter(hasTool.negate()).sorted().toList();
        if (missing.isEmpty() && !toolsThere) {
            toolsThere = true;
            reached("tools");
            resume.run();
        }
        if (toolsThere && port.isPresent() && !ready) {
            announce(port.get());
        }
        if (!ready && sinceStart() > USUAL.toMillis()) {
            complain("missing tools " + missing + ", http door " + (port.isPresent() ? "open" : "not open")
                    + "; look for bundles that did not start");
        }
        return ready;
    }

    private void announce(int httpPort) {
        long millis = sinceStart();
        Json.Obj times = Json.empty();
        for (Map.Entry<String, Long> phase : phases.entrySet()) {
            times = times.with(phase.getKey(), Json.of(phase.getValue()));
        }
        try {
            file.write(httpPort, millis, times);
        } catch (IOException e) {
            complain("cannot write that it is: " + e);
            return;
        }
        ready = true;
        String when = phases.entrySet().stream()
                .map(phase -> phase.getKey() + " " + phase.getValue())
                .collect(Collectors.joining(", "));
        log.info("READY in {} ms ({})", millis, when);
    }

    private void complain(String problem) {
        if (!complained) {
            complained = true;
            log.error("the node is not ready: {}", problem);
        }
    }

    /** The node stops, or its door is shut: nobody shall be told any more that it answers. */
    synchronized void withdraw() {
        ready = false;
        try {
            file.remove();
        } catch (IOException e) {
            log.warn("cannot withdraw the word that this node is ready: {}", e.toString());
        }
    }
}
