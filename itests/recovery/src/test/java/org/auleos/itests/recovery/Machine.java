package org.auleos.itests.recovery;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.auleos.agents.internal.RoleAgents;
import org.auleos.agents.internal.Roles;
import org.auleos.api.agent.AgentRole;
import org.auleos.api.identity.Role;
import org.auleos.api.identity.Users;
import org.auleos.api.ledger.Origin;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.plan.Plan;
import org.auleos.api.policy.Approvals;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.Guard;
import org.auleos.api.run.Runs;
import org.auleos.api.work.Weight;
import org.auleos.kernel.internal.Crew;
import org.auleos.kernel.internal.Kernel;
import org.auleos.ledger.internal.ChainedLedger;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.Tool;
import org.auleos.policy.internal.ApprovalsComponent;
import org.auleos.policy.internal.PolicyGuard;
import org.auleos.scheduler.internal.Backoff;
import org.auleos.scheduler.internal.FairScheduler;
import org.auleos.toolbox.internal.LeasingToolbox;
import org.auleos.toolbox.internal.Spec;
import org.auleos.toolbox.internal.Surroundings;
import org.auleos.toolbox.internal.ToolSource;

/** One life of a node over a disk: kernel, agents, scheduler, toolbox, guard and ledger as the product wires them. */
final class Machine {

    static final Provenance ANN = Provenance.person("ann", new Origin("cli", ""));

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 4;

    private final OwnThreads threads = new OwnThreads();
    private final MortalJournal journal;
    private final ChainedLedger ledger;
    private final Kernel kernel;

    /**
     * A tool of this node.
     *
     * @param permissions capability templates
     */
    record Installed(String name, Effect effect, List<String> permissions, Tool<?, ?> tool) {}

    Machine(MortalJournal journal, Path home, List<Installed> tools, Plan plan) {
        this.journal = journal;
        this.ledger = new ChainedLedger(journal, "n1", 1, threads, Clock.systemUTC());
        Users users = new OnePerson("ann", Role.OPERATOR);
        Guard guard = PolicyGuard.builtIn(users);
        Approvals approvals = new ApprovalsComponent(ledger, guard, users, Clock.systemUTC(), threads);
        LeasingToolbox toolbox = toolbox(home, guard, approvals);
        tools.forEach(tool -> install(toolbox, tool));
        AgentRole role = new AgentRole(
                "any", "does anything", List.of("fs.*", "test.*"), Set.of(Capability.of("*:*:**")), AT_ONCE);
        FairScheduler scheduler = new FairScheduler(
                new Weight(AT_ONCE * 1000, 100_000, 0),
                Duration.ofSeconds(2),
                System::nanoTime,
                new Backoff(new SplittableRandom(1)));
        this.kernel = new Kernel(
                new Crew(new RoleAgents(new Roles(List.of(role)), toolbox, ledger), scheduler, toolbox, approvals),
                new OnePlan(plan),
                ledger,
                threads,
                Clock.systemUTC(),
                new Kernel.Settings(true, AT_ONCE, PATIENCE));
    }

    private LeasingToolbox toolbox(Path home, Guard guard, Approvals approvals) {
        Surroundings around = new Surroundings(
                guard, approvals, Clock.systemUTC(), new SplittableRandom(2), home, Set.of(), name -> Optional.empty());
        return new LeasingToolbox(
                ledger,
                around,
                new LeasingToolbox.Workers(threads.pool("tool", AT_ONCE * 2), threads.timer("tool-deadlines")),
                LeasingToolbox.Limits.DEFAULT);
    }

    private static void install(LeasingToolbox toolbox, Installed tool) {
        Spec spec = new Spec(tool.name, "", tool.permissions, tool.effect, Risk.LOW, PATIENCE);
        toolbox.register(spec, new Source(tool.tool));
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

    Runs runs() {
        return kernel.runs();
    }

    /** What happened here, for messages. */
    String history() {
        return History.of(ledger);
    }

    void resume() {
        kernel.resume();
    }

    boolean dead() {
        return journal.dead();
    }

    /** Kills it if it lives; returns what the disk has, once no thread of it runs any more. */
    List<byte[]> kill() throws InterruptedException {
        List<byte[]> survivors = journal.survivors();
        kernel.stop();
        threads.end();
        ledger.close();
        return survivors;
    }
}
