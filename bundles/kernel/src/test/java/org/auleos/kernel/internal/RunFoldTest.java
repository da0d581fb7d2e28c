package org.auleos.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.auleos.kernel.internal.Node.optional;
import static org.auleos.kernel.internal.Node.plan;
import static org.auleos.kernel.internal.Node.unit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.auleos.api.goal.Goal;
import org.auleos.api.plan.Plan;
import org.auleos.api.run.RunEvent;
import org.auleos.api.run.RunState;
import org.auleos.api.run.UnitState;
import org.auleos.api.tool.ToolEvent;
import org.auleos.api.tool.ToolPin;
import org.auleos.api.work.WorkUnit;
import org.auleos.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFoldTest {

    private static final Plan PLAN =
            plan("p", unit("a", "t.a"), optional(unit("b", "t.b", "a")), unit("c", "t.c", "a", "b"));
    private static final List<String> UNITS = List.of("a", "b", "c", "stranger");

    /** A run event, or a tool's event in a unit. */
    private record Step(Optional<RunEvent> run, String unit, Optional<ToolEvent> tool) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyPrefixOfAnyEventsIsAValidStateAndTheSameEventsGiveTheSameState(long seed) {
        for (int round = 0; round < 100; round++) {
            List<Step> steps = steps(new Random(seed * 1000 + round));
            RunFold one = start();
            RunFold other = start();
            for (int i = 0; i < steps.size(); i++) {
                RunFold next = apply(one, steps.get(i), i + 2);
                assertValid(one, next);
                other = apply(other, steps.get(i), i + 2);
                assertThat(other).isEqualTo(next);
                one = next;
            }
        }
    }

    private static void assertValid(RunFold before, RunFold after) {
        assertThat(after.units()).hasSize(3);
        assertThat(after.sequence()).isGreaterThanOrEqualTo(before.sequence());
        assertThat(after.view().units()).hasSize(3);
        if (before.state().over()) {
            assertThat(after).isEqualTo(before);
        }
        assertThat(after.finished().isPresent()).isEqualTo(after.state().over());
        for (int i = 0; i < after.units().size(); i++) {
            UnitFold was = before.units().get(i);
            UnitFold is = after.units().get(i);
            assertThat(is.attempts()).isGreaterThanOrEqualTo(was.attempts());
            assertThat(is.finished().isPresent()).isEqualTo(is.over());
            if (was.over()) {
                assertThat(is).isEqualTo(was);
            }
            if (was.state() == UnitState.RUNNING) {
                assertThat(is.state()).isNotEqualTo(UnitState.WAITING);
            }
        }
        for (WorkUnit unit : new Graph(PLAN).ready(after)) {
            assertThat(unit.after()).allMatch(id -> after.unit(id).orElseThrow().passed());
        }
    }

    @Test
    void aRunThatEndsWellIsDoneWithItsResult() {
        RunFold run = start();
        for (String unit : List.of("a", "b", "c")) {
            run = run.apply(new RunEvent.UnitStarted(unit, "r", "t", 1), at(2));
            run = run.apply(
                    new RunEvent.UnitFinished(unit, UnitState.DONE, Optional.of(Json.of(unit)), Optional.empty()),
                    at(3));
        }

        assertThat(Ending.of(run).state()).isEqualTo(RunState.DONE);
        assertThat(run.view().result()).contains(Json.of("c"));
        assertThat(run.summary().result()).isEmpty();
    }

    private static RunFold start() {
        Goal goal = new Goal("p", Json.empty(), Set.of());
        return RunFold.of("r-1", new RunEvent.Submitted(goal, PLAN, List.of()), Node.ANN, "because", at(1));
    }

    private static RunFold.Stamp at(long sequence) {
        return new RunFold.Stamp(sequence, Instant.EPOCH.plusSeconds(sequence));
    }

    private static RunFold apply(RunFold fold, Step step, long sequence) {
        return step.run().isPresent()
                ? fold.apply(step.run().get(), at(sequence))
                : fold.apply(step.unit(), step.tool().orElseThrow(), at(sequence));
    }

    private static List<Step> steps(Random random) {
        List<Step> steps = new ArrayList<>();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            String unit = UNITS.get(random.nextInt(UNITS.size()));
            steps.add(
                    random.nextInt(3) == 0
                            ? tool(unit, random)
                            : new Step(Optional.of(run(unit, random)), unit, Optional.empty()));
        }
        return steps;
    }

    private static RunEvent run(String unit, Random random) {
        UnitState[] ends = {UnitState.DONE, UnitState.FAILED, UnitState.SKIPPED, UnitState.UNKNOWN};
        return switch (random.nextInt(12)) {
            case 0 -> new RunEvent.CancelRequested("enough");
            case 1 -> new RunEvent.Resumed(1, 2);
            case 2 -> new RunEvent.UnitProgressed(unit, 0.5, "half");
            case 3 -> new RunEvent.UnitRetried(unit, 1 + random.nextInt(3), "busy", 10);
            case 4 ->
                new RunEvent.Finished(
                        random.nextBoolean() ? RunState.DONE : RunState.FAILED, Optional.empty(), Optional.empty());
            case 5, 6, 7 ->
                new RunEvent.UnitFinished(
                        unit, ends[random.nextInt(ends.length)], Optional.of(Json.of(1)), Optional.empty());
            default -> new RunEvent.UnitStarted(unit, "r", "t", 1 + random.nextInt(3));
        };
    }

    private static Step tool(String unit, Random random) {
        ToolPin pin = new ToolPin("t", "1.0.0", "0");
        ToolEvent.Result result =
                new ToolEvent.Result("done", Optional.of(Json.empty()), Optional.empty(), Optional.empty());
        ToolEvent event = switch (random.nextInt(4)) {
            case 0 -> new ToolEvent.Intended(pin, "k", 1, "p", Json.empty(), Optional.empty());
            case 1 -> new ToolEvent.Completed("t", "k", List.of(), result, 1);
            case 2 -> new ToolEvent.Refused("t", "k", Json.empty(), result);
            default -> new ToolEvent.Called(pin, "k", 1, "p", Json.empty(), List.of(), result, 1);
        };
        return new Step(Optional.empty(), unit, Optional.of(event));
    }
}
