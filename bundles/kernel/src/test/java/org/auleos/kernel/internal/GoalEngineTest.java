package org.auleos.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.auleos.kernel.internal.Node.plan;
import static org.auleos.kernel.internal.Node.unit;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.auleos.api.goal.Goal;
import org.auleos.api.plan.Plan;
import org.auleos.api.run.RunState;
import org.auleos.api.run.RunView;
import org.auleos.api.run.Submission;
import org.auleos.api.run.UnitState;
import org.auleos.api.run.Why;
import org.auleos.api.tool.Outcome;
import org.auleos.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GoalEngineTest {

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
    void outputsFlowIntoInputsAlongTheGraph() throws Exception {
        Json.Obj input = Json.empty().with("x", Json.of(1));
        plans(plan(
                "flow",
                unit("a", "t.pure", input),
                unit("b", "t.read", Json.empty().with("from", Json.of("${a.x}")).with("gone", Json.of("${a.nothing}"))),
                unit("c", "t.pure", Json.empty().with("all", Json.of("${b}")))));

        RunView view = node.run("flow");

        assertThat(view.state()).isEqualTo(RunState.DONE);
        assertThat(view.result())
                .map(Json::text)
                .contains("{\"all\":{\"by\":\"t.read\",\"from\":1},\"by\":\"t.pure\"}");
        assertThat(view.by()).isEqualTo("user:ann");
        assertThat(view.plan()).isEqualTo("flow@1.0.0");
        assertThat(world.released()).contains(view.id());
    }

    @Test
    void theEndOfAUnitIsDurableBeforeTheNextBeginsWithOneWaitAStep() throws Exception {
        plans(plan("chain", unit("a", "t.pure"), unit("b", "t.pure", "a"), unit("c", "t.pure", "b")));

        node.run("chain");

        assertThat(ledger.types())
                .containsExactly(
                        "run.submitted",
                        "run.unit.started",
                        "tool.called",
                        "run.unit.finished",
                        "run.unit.started",
                        "tool.called",
                        "run.unit.finished",
                        "run.unit.started",
                        "tool.called",
                        "run.unit.finished",
                        "run.finished");
        assertThat(ledger.waits()).isEqualTo(5);
    }

    @Test
    void stepsMayRunAheadOfTheDiskButTheEndIsNotToldBefore() throws Exception {
        node.close();
        CountDownLatch second = new CountDownLatch(1);
        world.with("t.hold", "pure", call -> {
            ledger.holdBack();
            return new Outcome.Done(Json.empty());
        });
        world.with("t.seen", "pure", call -> {
            second.countDown();
            return new Outcome.Done(Json.empty());
        });
        node = new Node(ledger, world, false, plan("ahead", unit("a", "t.hold"), unit("b", "t.seen", "a")));

        String run = node.submit("ahead");

        assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(node.engine().await(run, Duration.ofMillis(50))).isEmpty();
        RunView before = node.engine().run(run).orElseThrow();
        assertThat(before.state()).isEqualTo(RunState.RUNNING);
        assertThat(before.units().get(0).state()).isEqualTo(UnitState.RUNNING);
        ledger.release();
        assertThat(node.end(run).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void unitsThatCanBeginTogetherRunTogether() throws Exception {
        CyclicBarrier together = new CyclicBarrier(3);
        world.with("t.meet", "pure", call -> {
            await(together);
            return new Outcome.Done(Json.empty());
        });
        plans(plan(
                "wide",
                unit("a", "t.pure"),
                unit("x", "t.meet", "a"),
                unit("y", "t.meet", "a"),
                unit("z", "t.meet", "a"),
                unit("end", "t.pure", "x", "y", "z")));

        assertThat(node.run("wide").state()).isEqualTo(RunState.DONE);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the others did not come", e);
        }
    }

    @Test
    void progressIsRecordedAtAReadablePace() throws Exception {
        world.with("t.busy", "pure", call -> {
            for (int i = 0; i < 1000; i++) {
                call.watch().progress(i / 1000.0, "working");
            }
            return new Outcome.Done(Json.empty());
        });
        plans(plan("busy", unit("a", "t.busy")));

        node.run("busy");

        assertThat(ledger.types().stream().filter("run.unit.progressed"::equals).count())
                .isBetween(1L, 4L);
    }

    @Test
    void aRefusedGoalIsRecorded() throws Exception {
        Submission submission = node.engine().submit(new Goal("fly", Json.empty(), Set.of()), Node.ANN);

        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.Refused.class, it -> assertThat(it.why()).contains("fly"));
        assertThat(ledger.types()).containsExactly("run.refused");
    }

    @Test
    void aFinishedRunIsTheSameFromTheLedgerAlone() throws Exception {
        plans(plan("chain", unit("a", "t.pure", Json.empty().with("x", Json.of(1))), unit("b", "t.act", "a")));
        RunView view = node.run("chain");

        node.close();
        node = node();
        RunView again = node.engine().run(view.id()).orElseThrow();

        assertThat(node.resume()).isEmpty();
        assertThat(again.result()).isEqualTo(view.result());
        assertThat(again.sequence()).isEqualTo(view.sequence());
        assertThat(again.units()).extracting(RunView.UnitView::state).containsOnly(UnitState.DONE);
        assertThat(node.engine().list(10)).extracting(RunView::id).containsExactly(view.id());
        assertThat(node.engine().run("r-19990101-0001")).isEmpty();
    }

    @Test
    void namesOfRunsAreNotUsedAgainAfterARestart() throws Exception {
        plans(plan("one", unit("a", "t.pure")));
        String first = node.run("one").id();
        plans(plan("one", unit("a", "t.pure")));

        String second = node.run("one").id();

        assertThat(second).isNotEqualTo(first);
        assertThat(node.engine().list(10)).extracting(RunView::id).containsExactly(second, first);
    }

    @Test
    void whyTellsPlanUnitsAndToolsInOrder() throws Exception {
        world.with("t.fail", "read", call -> new Outcome.Failed("not_found", "no such thing", false));
        plans(plan("why", unit("a", "t.pure"), unit("b", "t.fail", "a")));

        Why why = node.engine().why(node.run("why").id()).orElseThrow();

        assertThat(why.subject()).isEqualTo("plan why@1.0.0");
        assertThat(why.reason()).isEqualTo("it has that name");
        assertThat(why.below()).extracting(Why::subject).containsExactly("unit a: Do a", "unit b: Do b", "end: failed");
        assertThat(why.below().get(1).reason()).isEqualTo("failed: no such thing");
        assertThat(why.below().get(1).below().get(1).subject()).startsWith("tool t.fail@1.0.0");
        assertThat(node.engine().why("r-19990101-0001")).isEmpty();
    }
}
