package org.auleos.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.auleos.kernel.internal.Node.plan;
import static org.auleos.kernel.internal.Node.unit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.auleos.api.ledger.Event;
import org.auleos.api.plan.Plan;
import org.auleos.api.run.RunState;
import org.auleos.api.run.RunView;
import org.auleos.api.run.UnitState;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ProbeAnswer.Finding;
import org.auleos.api.tool.ProbeCall;
import org.auleos.api.tool.ToolCall;
import org.auleos.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node stops between the announcement of an effect and its end; the next one has to find out. */
@Timeout(30)
class DoubtTest {

    private static final Plan ALONE = plan("p", unit("act", "t.act"), unit("after", "t.pure", "act"));
    private static final Plan READ =
            plan("p", unit("act", "t.act"), unit("after", "t.pure", Json.empty().with("a", Json.of("${act}"))));

    private MemoryLedger ledger = new MemoryLedger(Clock.systemUTC());

    private World world() {
        return new World(ledger).with("t.act", "effect").with("t.pure", "pure");
    }

    /** The ledger of a run whose effect was announced and nothing after it reached the disk. */
    private void stoppedInBetween(Plan plan) throws InterruptedException {
        try (Node node = new Node(ledger, world(), true, plan)) {
            node.run("p");
        }
        List<Event> kept = ledger.events().subList(0, ledger.types().indexOf("tool.intended") + 1);
        ledger = MemoryLedger.of(Clock.systemUTC(), kept);
    }

    private static RunView goesOn(Node node) throws InterruptedException {
        return node.end(node.resume().get(0));
    }

    @Test
    void anEffectThatIsNotThereIsMadeWithTheSameKey() throws Exception {
        stoppedInBetween(READ);
        World world = world().finds(Finding.NOT_APPLIED);
        long intent = ledger.events().size();

        try (Node node = new Node(ledger, world, true, READ)) {
            RunView view = goesOn(node);

            assertThat(view.state()).isEqualTo(RunState.DONE);
            assertThat(world.probed()).extracting(ProbeCall::intent).containsExactly(intent);
            assertThat(world.calls())
                    .filteredOn(call -> call.tool().equals("t.act"))
                    .extracting(ToolCall::key, ToolCall::attempt)
                    .containsExactly(tuple(view.id() + "/act", 2));
        }
    }

    @Test
    void anEffectThatIsThereIsNotMadeAgain() throws Exception {
        stoppedInBetween(ALONE);
        World world = world().finds(Finding.APPLIED);

        try (Node node = new Node(ledger, world, true, ALONE)) {
            assertThat(goesOn(node).state()).isEqualTo(RunState.DONE);
            assertThat(world.calls()).extracting(ToolCall::tool).containsExactly("t.pure");
        }
    }

    @Test
    void anEffectThatIsThereHoldsTheRunWhenOthersNeedItsLostAnswer() throws Exception {
        stoppedInBetween(READ);
        World world = world().finds(Finding.APPLIED);

        try (Node node = new Node(ledger, world, true, READ)) {
            RunView view = goesOn(node);

            assertThat(view.state()).isEqualTo(RunState.HELD);
            assertThat(view.problem())
                    .hasValueSatisfying(it -> assertThat(it)
                            .contains("its answer is lost, and after cannot do without", "--applied --output JSON"));
            assertThat(world.calls()).isEmpty();
        }
    }

    @Test
    void whatTheProbeCannotTellHoldsTheRun() throws Exception {
        stoppedInBetween(ALONE);
        World world = world();

        try (Node node = new Node(ledger, world, true, ALONE)) {
            RunView view = goesOn(node);

            assertThat(view.state()).isEqualTo(RunState.HELD);
            assertThat(view.units().get(0).state()).isEqualTo(UnitState.UNKNOWN);
            assertThat(view.problem())
                    .hasValueSatisfying(it -> assertThat(it)
                            .contains("t.act", "its probe says UNKNOWN", "aule run resolve " + view.id() + " act"));
            assertThat(world.calls()).isEmpty();
        }
    }

    @Test
    void aCallThatTookTooLongIsProbedAndTriedAgainOnlyIfItTookNoEffect() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        World world = world().with(
                        "t.slow",
                        "effect",
                        call -> tries.incrementAndGet() == 1
                                ? new Outcome.TimedOut("t.slow did not end in time")
                                : new Outcome.Done(Json.empty()));
        Plan slow = plan("p", Node.retrying(unit("a", "t.slow"), 2, Duration.ofMillis(1)));

        world.finds(Finding.NOT_APPLIED);
        try (Node node = new Node(ledger, world, true, slow)) {
            assertThat(node.run("p").state()).isEqualTo(RunState.DONE);
            assertThat(tries).hasValue(2);

            tries.set(0);
            world.finds(Finding.UNKNOWN);
            RunView held = node.run("p");
            assertThat(held.state()).isEqualTo(RunState.HELD);
            assertThat(held.problem())
                    .map(it -> it.contains("did not end in time"))
                    .isEqualTo(Optional.of(true));
            assertThat(tries).hasValue(1);
        }
    }
}
