package org.auleos.toolbox.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ProbeAnswer;
import org.auleos.api.tool.ProbeCall;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.tool.ToolDescription;
import org.auleos.api.tool.ToolPin;
import org.auleos.api.tool.Toolbox;
import org.auleos.api.tool.UndoCall;
import org.auleos.api.tool.Undoable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The toolbox: versions side by side, held while they are in use, and the one path to call them. Thread-safe. */
public final class LeasingToolbox implements Toolbox {

    private static final Logger log = LoggerFactory.getLogger(LeasingToolbox.class);

    /** How long a caller waits for the disk. */
    private static final Duration DISK = Duration.ofSeconds(30);

    private final Versions versions = new Versions();
    private final RunBook runs = new RunBook(versions);
    private final Limits limits;
    private final Recorder recorder;
    private final CallPath calls;
    private final UndoPath undos;
    private final ProbePath probes;

    /**
     * Waiting times.
     *
     * @param grace how long interrupted code may take to come back before it is abandoned
     * @param drain how long a version that goes away waits for its calls
     */
    public record Limits(Duration grace, Duration drain) {

        /** For a node in service. */
        public static final Limits DEFAULT = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(10));
    }

    /** Threads for tools, and the timer that watches them. */
    public record Workers(ExecutorService pool, ScheduledExecutorService timer) {}

    /** A toolbox without tools. */
    public LeasingToolbox(Ledger ledger, Surroundings around, Workers workers, Limits limits) {
        this.limits = limits;
        this.recorder = new Recorder(ledger, DISK);
        Runner runner = new Runner(new Watchdog(workers.timer), workers.pool, limits.grace);
        this.calls = new CallPath(runs, versions, around, recorder, runner);
        Recall recall = new Recall(versions, around);
        History history = new History(ledger);
        this.undos = new UndoPath(recall, recorder, runner, history);
        this.probes = new ProbePath(recall, recorder, runner, history);
    }

    /** Makes a version available to new runs. */
    public ToolVersion register(Spec spec, ToolSource source) {
        ToolVersion version = new ToolVersion(spec, source);
        versions.add(version);
        return version;
    }

    /** Takes a version away: no new call begins, those there are end first, if they do so in time. */
    public void withdraw(ToolVersion version) {
        versions.remove(version);
        try {
            if (!version.drain(limits.drain)) {
                log.warn("{} goes away while {} calls still use it", version, version.leases());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        version.knownPin().ifPresent(recorder::disappeared);
    }

    @Override
    public Outcome call(ToolCall call) throws InterruptedException {
        return calls.call(call);
    }

    @Override
    public void settle(String run) throws InterruptedException {
        runs.settle(run, DISK);
    }

    @Override
    public ProbeAnswer probe(ProbeCall probe) throws InterruptedException {
        return probes.probe(probe);
    }

    @Override
    public Outcome undo(UndoCall undo) throws InterruptedException {
        return undos.undo(undo);
    }

    @Override
    public Undoable undoable(UndoCall undo) {
        return undos.undoable(undo);
    }

    @Override
    public List<ToolDescription> tools() {
        return versions.newest().stream()
                .flatMap(version -> described(version).stream())
                .toList();
    }

    @Override
    public Optional<ToolDescription> tool(String name) {
        return versions.newest(name).flatMap(LeasingToolbox::described);
    }

    @Override
    public Optional<ToolDescription> tool(String name, String run) {
        return runs.chosen(run, name).flatMap(LeasingToolbox::described);
    }

    @Override
    public void pin(String run, Collection<ToolPin> pins) {
        runs.page(run).began(pins);
    }

    /** A tool whose types have no schema is not offered; why is said to the operator. */
    private static Optional<ToolDescription> described(ToolVersion version) {
        Optional<String> defect = version.defect();
        defect.ifPresent(log::error);
        return defect.isPresent() ? Optional.empty() : Optional.of(version.describe());
    }

    @Override
    public void release(String run) {
        runs.release(run);
    }
}
