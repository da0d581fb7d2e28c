package org.auleos.bench.steps;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.auleos.agents.internal.RoleAgents;
import org.auleos.agents.internal.Roles;
import org.auleos.api.agent.AgentRole;
import org.auleos.api.goal.Goal;
import org.auleos.api.ledger.Origin;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.run.RunState;
import org.auleos.api.run.RunView;
import org.auleos.api.run.Submission;
import org.auleos.api.tool.Toolbox;
import org.auleos.api.work.Weight;
import org.auleos.bench.NobodyAsked;
import org.auleos.json.Json;
import org.auleos.kernel.internal.Crew;
import org.auleos.kernel.internal.Kernel;
import org.auleos.ledger.internal.ChainedLedger;
import org.auleos.ledger.internal.journal.DirectoryDisk;
import org.auleos.ledger.internal.journal.FileJournal;
import org.auleos.platform.internal.BundleThreads;
import org.auleos.scheduler.internal.Backoff;
import org.auleos.scheduler.internal.FairScheduler;
import org.auleos.toolbox.internal.OneToolBox;

/** The kernel, agents, scheduler, toolbox and ledger of the product, wired in one JVM without a container. */
final class Product implements AutoCloseable {

    private static final Provenance BENCH = Provenance.person("bench", new Origin("bench", ""));
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SEGMENT_BYTES = 256 << 20;

    private final BundleThreads threads = new BundleThreads();
    private final CountingJournal journal;
    private final ChainedLedger ledger;
    private final Kernel kernel;
    private final int steps;

    /** @param concurrency runs at the same time */
    Product(Path directory, int concurrency, int steps) throws IOException {
        this.steps = steps;
        Clock clock = Clock.systemUTC();
        FileJournal.Settings settings = new FileJournal.Settings("bench", 1, SEGMENT_BYTES);
        this.journal = new CountingJournal(
                FileJournal.open(DirectoryDisk.open(directory), settings, threads.pool("spare", 1)));
        this.ledger = new ChainedLedger(journal, "bench", 1, threads, clock);
        Toolbox tools = OneToolBox.over(ledger, threads, directory);
        AgentRole role = new AgentRole("bench", "counts", List.of("bench.*"), Set.of(), concurrency);
        FairScheduler scheduler = new FairScheduler(
                new Weight(concurrency * 1000, 100_000, 0),
                Duration.ofSeconds(2),
                System::nanoTime,
                new Backoff(new SecureRandom()));
        this.kernel = new Kernel(
                new Crew(new RoleAgents(new Roles(List.of(role)), tools, ledger), scheduler, tools, new NobodyAsked()),
                new StepPlanner("bench.count", steps),
                ledger,
                threads,
                clock,
                new Kernel.Settings(true, concurrency, PATIENCE));
    }

    CountingJournal.Count count() {
        return journal.count();
    }

    /** One run from its goal to its end; its answer is checked. */
    void run() throws InterruptedException {
        Submission submission = kernel.runs().submit(new Goal("count", Json.empty(), Set.of()), BENCH);
        String id = ((Submission.Accepted) submission).run();
        Optional<RunView> view = kernel.runs().await(id, PATIENCE);
        boolean right = view.filter(it -> it.state() == RunState.DONE)
                .flatMap(RunView::result)
                .filter(result -> result.equals(Json.empty().with("number", Json.of(steps + 1))))
                .isPresent();
        if (!right) {
            throw new IllegalStateException("run " + id + " ended as " + view);
        }
    }

    @Override
    public void close() throws IOException {
        ledger.close();
        journal.close();
        threads.close();
    }
}
