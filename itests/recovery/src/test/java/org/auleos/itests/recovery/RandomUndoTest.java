package org.auleos.itests.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import org.auleos.api.goal.Goal;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.plan.Plan;
import org.auleos.api.run.RunState;
import org.auleos.api.run.RunView;
import org.auleos.api.run.Submission;
import org.auleos.api.run.UndoPlan;
import org.auleos.api.run.UndoRequest;
import org.auleos.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random reversible runs, killed at random points of their work and of their undo, taken up again and taken back. */
class RandomUndoTest {

    private static final int RUNS = Integer.getInteger("undo.runs", 40);
    private static final Duration LOOK = Duration.ofMillis(20);

    private record Trial(long seed, SplittableRandom random, Path home, Tree tree, Plan plan) {}

    @Test
    void aRunTakenBackLeavesTheTreeAsItWas(@TempDir Path directory) throws Exception {
        int killed = 0;
        for (long seed = 1; seed <= RUNS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Path home = Files.createDirectories(directory.toRealPath().resolve("home" + seed));
            Tree tree = new Tree(Files.createDirectories(directory.toRealPath().resolve("tree" + seed)));
            tree.fill(random);
            Plan plan = new RandomPlan(tree.root(), random).plan();
            killed += trial(new Trial(seed, random, home, tree, plan));
            tree.delete();
        }
        assertThat(killed).as("lives that ended by a kill").isGreaterThan(RUNS);
    }

    /** One run from its beginning to its undo; how often it was killed. */
    private static int trial(Trial trial) throws IOException, InterruptedException {
        SortedMap<String, String> before = trial.tree.snapshot();
        List<byte[]> disk = List.of();
        int killed = 0;
        boolean takenBack = false;
        while (!takenBack) {
            assertThat(killed).as("lives of seed %d", trial.seed).isLessThan(50);
            MortalJournal journal = new MortalJournal(disk, trial.random, trial.random.nextInt(2, 40 + 10 * killed));
            Machine machine = new Machine(journal, trial.home, RandomPlan.tools(), trial.plan);
            machine.resume();
            try {
                takenBack = life(machine, run(machine));
            } catch (LedgerException e) {
                assertThat(machine.dead())
                        .as("that the ledger has a reason for: %s", e)
                        .isTrue();
            }
            killed += machine.dead() ? 1 : 0;
            disk = machine.kill();
        }
        assertThat(Tree.difference(before, trial.tree.snapshot()))
                .as("what is not as it was after seed %d: %s", trial.seed, History.of(disk))
                .isEmpty();
        return killed;
    }

    /** The run of the lives before, or a new one. */
    private static String run(Machine machine) throws InterruptedException {
        Optional<RunView> known = machine.runs().list(1).stream().findFirst();
        if (known.isPresent()) {
            return known.get().id();
        }
        Submission submission = machine.runs().submit(new Goal("change", Json.empty(), Set.of()), Machine.ANN);
        return ((Submission.Accepted) submission).run();
    }

    /** Waits for the end of the run, then takes it back; false when the machine was killed before that was over. */
    private static boolean life(Machine machine, String run) throws InterruptedException {
        if (end(machine, run).isEmpty()) {
            return false;
        }
        UndoPlan left = machine.runs().undo(run, new UndoRequest("", false, "for a test"), Machine.ANN);
        Optional<RunView> after = end(machine, run);
        assertThat(left.steps().isEmpty() || after.isEmpty() || after.get().state() == RunState.UNDONE)
                .as("that the undo ended well and not as %s %s", after.flatMap(RunView::problem), machine.history())
                .isTrue();
        return after.isPresent();
    }

    private static Optional<RunView> end(Machine machine, String run) throws InterruptedException {
        Optional<RunView> view = machine.runs().await(run, LOOK);
        while (view.isEmpty() && !machine.dead()) {
            view = machine.runs().await(run, LOOK);
        }
        return view;
    }
}
