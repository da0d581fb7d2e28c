package org.auleos.itests.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.auleos.api.goal.Goal;
import org.auleos.api.ledger.LedgerException;
import org.auleos.api.plan.Plan;
import org.auleos.api.run.Resolution;
import org.auleos.api.run.RunState;
import org.auleos.api.run.RunView;
import org.auleos.api.run.UnitState;
import org.auleos.api.work.Retry;
import org.auleos.api.work.Weight;
import org.auleos.api.work.WorkUnit;
import org.auleos.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a mixed workload of 30 steps at random writes and syncs; somebody outside counts every delivery. */
class DeliveryTest {

    private static final int KILLS = Integer.getInteger("delivery.kills", 200);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final List<String> TOOLS = List.of("tell", "think", "mail", "put", "tell", "mail");
    private static final Plan PLAN = plan();

    private final SplittableRandom random = new SplittableRandom(20261121);
    private final Outside outside = new Outside();

    private static Plan plan() {
        List<WorkUnit> units = new ArrayList<>();
        for (int step = 0; step < 30; step++) {
            String tool = TOOLS.get(step % TOOLS.size());
            Set<String> after = step < 2 ? Set.of() : Set.of(units.get(step - 2).id());
            units.add(new WorkUnit(
                    tool + step,
                    "Do " + step,
                    "any",
                    "test." + tool,
                    Json.empty().with("word", Json.of("step " + step)),
                    after,
                    false,
                    Weight.LIGHT,
                    5,
                    Duration.ofSeconds(30),
                    Retry.NEVER));
        }
        return new Plan("work", "1.0.0", "A bit of everything", units, Set.of(), "mail29");
    }

    @Test
    void everyEffectIsAnnouncedAndMadeOnceAndNothingAcknowledgedIsLost(@TempDir Path home) throws Exception {
        int killed = 0;
        while (killed < KILLS) {
            killed += run(home.toRealPath());
        }
        assertThat(outside.unannounced()).isEmpty();
    }

    /** One run over as many lives as it takes; how often it was killed. */
    private int run(Path home) throws InterruptedException {
        List<byte[]> disk = List.of();
        Map<String, Integer> acknowledged = new TreeMap<>();
        Optional<RunView> done = Optional.empty();
        int killed = 0;
        while (done.isEmpty()) {
            MortalJournal journal = new MortalJournal(disk, random, random.nextInt(2, 60));
            outside.watch(journal::announced);
            Machine machine = new Machine(journal, home, outside.tools(), PLAN);
            requireNothingLost(machine, acknowledged);
            machine.resume();
            try {
                done = life(machine, id(machine));
            } catch (LedgerException e) {
                assertThat(machine.dead())
                        .as("that the ledger has a reason for: %s", e)
                        .isTrue();
            }
            machine.runs().list(1).forEach(view -> acknowledge(machine, view.id(), acknowledged));
            killed += machine.dead() ? 1 : 0;
            disk = machine.kill();
            assertThat(killed).as("lives of one run").isLessThan(200);
        }
        requireOnce(done.get());
        return killed;
    }

    private static String id(Machine machine) throws InterruptedException {
        Optional<RunView> known = machine.runs().list(1).stream().findFirst();
        if (known.isEmpty()) {
            machine.runs().submit(new Goal("work", Json.empty(), Set.of()), Machine.ANN);
        }
        return machine.runs().list(1).get(0).id();
    }

    /** Waits for the end, and answers what the run is held for as a person would who looked; empty when it was killed first. */
    private Optional<RunView> life(Machine machine, String run) throws InterruptedException {
        while (!machine.dead()) {
            Optional<RunView> end = machine.runs().await(run, LOOK);
            if (end.isPresent() && end.get().state() == RunState.HELD) {
                answer(machine, end.get());
            } else if (end.isPresent()) {
                assertThat(end.get().state()).as("%s", end).isEqualTo(RunState.DONE);
                return end;
            }
        }
        return Optional.empty();
    }

    private void answer(Machine machine, RunView held) throws InterruptedException {
        for (RunView.UnitView unit : held.units()) {
            if (unit.state() == UnitState.UNKNOWN) {
                boolean there = outside.count(held.id() + "/" + unit.id()) > 0;
                machine.runs()
                        .resolve(
                                held.id(), unit.id(), new Resolution(there, Optional.empty(), "I looked"), Machine.ANN);
                return;
            }
        }
        throw new AssertionError("held for nothing: " + held);
    }

    private static void acknowledge(Machine machine, String run, Map<String, Integer> acknowledged) {
        for (RunView.UnitView unit : machine.runs().run(run).orElseThrow().units()) {
            if (unit.state() == UnitState.DONE) {
                acknowledged.put(unit.id(), unit.attempts());
            }
        }
    }

    private static void requireNothingLost(Machine machine, Map<String, Integer> acknowledged) {
        if (acknowledged.isEmpty()) {
            return;
        }
        Map<String, Integer> done = new TreeMap<>();
        acknowledge(machine, machine.runs().list(1).get(0).id(), done);
        assertThat(done).containsAllEntriesOf(acknowledged);
    }

    private void requireOnce(RunView run) {
        for (RunView.UnitView unit : run.units()) {
            int count = outside.count(run.id() + "/" + unit.id());
            if (unit.tool().equals("test.put")) {
                assertThat(count).as("deliveries of %s", unit.id()).isBetween(1, unit.attempts());
            } else {
                assertThat(count)
                        .as("deliveries of %s", unit.id())
                        .isEqualTo(unit.tool().equals("test.think") ? 0 : 1);
            }
        }
        outside.forget();
    }
}
