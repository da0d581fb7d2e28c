package org.auleos.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.auleos.kernel.internal.Node.optional;
import static org.auleos.kernel.internal.Node.plan;
import static org.auleos.kernel.internal.Node.retrying;
import static org.auleos.kernel.internal.Node.unit;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.auleos.api.plan.Plan;
import org.auleos.api.run.RunState;
import org.auleos.api.run.RunView;
import org.auleos.api.run.UnitState;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolCall;
import org.auleos.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UnitEndTest {

    private final MemoryLedger ledger = new MemoryLedger(Clock.systemUTC());
    private final World world =
            new World(ledger).with("t.pure", "pure").with("t.read", "read").with("t.act", "effect");
    private Node node = node();

    private Node node(Plan... plans) {
        return new Node(ledger, world, true, plans);
    }

    private void plans(Plan... plans) {
        node.close();
        node = node(plans);
    }

    @AfterEach
    void stop() {
        ledger.release();
        node.close();
    }

    @Test
    void aFailureEndsTheRunAndSkipsTheRest() throws Exception {
        world.with("t.fail", "read", call -> new Outcome.Failed("not_found", "no such thing", false));
        plans(plan("bad", unit("a", "t.fail"), unit("b", "t.pure", "a")));

        RunView view = node.run("bad");

        assertThat(view.state()).isEqualTo(RunState.FAILED);
        assertThat(view.problem()).contains("a (Do a): no such thing");
        assertThat(view.units())
                .extracting(RunView.UnitView::state)
                .containsExactly(UnitState.FAILED, UnitState.SKIPPED);
        assertThat(view.units().get(1).problem()).contains("a is failed");
    }

    @Test
    void theRunGoesOnWithoutAnOptionalUnit() throws Exception {
        world.with("t.fail", "read", call -> new Outcome.Denied("hw:read", "hw:read is not granted"));
        plans(plan(
                "lucky",
                optional(unit("a", "t.fail")),
                unit("b", "t.pure", Json.empty().with("a", Json.of("${a}")).with("n", Json.of(1)))));

        RunView view = node.run("lucky");

        assertThat(view.state()).isEqualTo(RunState.DONE);
        assertThat(view.result()).map(Json::text).contains("{\"by\":\"t.pure\",\"n\":1}");
        assertThat(view.units().get(0).problem()).contains("hw:read is not granted");
    }

    @Test
    void aRetryableFailureIsTriedAgainWithTheSameKey() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        world.with(
                "t.flaky",
                "effect",
                call -> tries.incrementAndGet() < 3
                        ? new Outcome.Failed("unavailable", "busy", true)
                        : new Outcome.Done(Json.empty()));
        plans(plan("flaky", retrying(unit("a", "t.flaky"), 3, Duration.ofMillis(1))));

        RunView view = node.run("flaky");

        assertThat(view.state()).isEqualTo(RunState.DONE);
        assertThat(view.units().get(0).attempts()).isEqualTo(3);
        assertThat(world.calls()).extracting(ToolCall::key).containsOnly(view.id() + "/a");
        assertThat(world.calls()).extracting(ToolCall::attempt).containsExactly(1, 2, 3);
    }

    @Test
    void attemptsAreLimited() throws Exception {
        world.with("t.down", "read", call -> new Outcome.Failed("unavailable", "down", true));
        plans(plan("down", retrying(unit("a", "t.down"), 2, Duration.ofMillis(1))));

        RunView view = node.run("down");

        assertThat(view.state()).isEqualTo(RunState.FAILED);
        assertThat(world.calls()).hasSize(2);
    }

    @Test
    void anEffectNobodyCanVouchForHoldsTheRun() throws Exception {
        world.with("t.lost", "effect", call -> new Outcome.Unknown("the tool was abandoned"));
        plans(plan("lost", retrying(unit("a", "t.lost"), 5, Duration.ofMillis(1)), unit("b", "t.pure", "a")));

        RunView view = node.run("lost");

        assertThat(view.state()).isEqualTo(RunState.HELD);
        assertThat(view.problem()).contains("a (Do a): the tool was abandoned");
        assertThat(world.calls()).hasSize(1);
    }

    @Test
    void aDefectOfAToolIsAFailureOfItsUnit() throws Exception {
        world.with("t.defect", "pure", call -> {
            throw new IllegalStateException("bug");
        });
        plans(plan("defect", unit("a", "t.defect")));

        assertThat(node.run("defect").problem())
                .hasValueSatisfying(it -> assertThat(it).contains("bug"));
    }

    @Test
    void cancellationStopsWhatRunsAndSkipsTheRest() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        world.with("t.long", "read", call -> {
            begun.countDown();
            while (!call.watch().cancelled()) {
                Thread.onSpinWait();
            }
            return new Outcome.Cancelled("stopped half-way");
        });
        plans(plan("long", unit("a", "t.long"), unit("b", "t.pure", "a")));
        String run = node.submit("long");
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(node.engine().cancel(run, "no longer needed", Node.ANN)).isTrue();
        RunView view = node.end(run);

        assertThat(view.state()).isEqualTo(RunState.CANCELLED);
        assertThat(view.problem()).contains("cancelled: no longer needed");
        assertThat(view.units().get(1).problem()).contains("the run was cancelled: no longer needed");
        assertThat(node.engine().cancel(run, "again", Node.ANN)).isFalse();
        assertThat(node.engine().cancel("r-20000101-0001", "what", Node.ANN)).isFalse();
    }

    @Test
    void cancellationDoesNotWaitForAPause() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        world.with("t.down", "read", call -> {
            failed.countDown();
            return new Outcome.Failed("unavailable", "down", true);
        });
        plans(plan("down", retrying(unit("a", "t.down"), 2, Duration.ofHours(1))));
        String run = node.submit("down");
        assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
        while (!ledger.types().contains("run.unit.retried")) {
            Thread.onSpinWait();
        }

        node.engine().cancel(run, "enough", Node.ANN);

        assertThat(node.end(run).state()).isEqualTo(RunState.CANCELLED);
        assertThat(world.calls()).hasSize(1);
    }
}
