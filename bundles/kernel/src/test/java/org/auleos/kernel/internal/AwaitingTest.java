package org.auleos.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.auleos.kernel.internal.Node.plan;
import static org.auleos.kernel.internal.Node.unit;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.auleos.api.plan.Plan;
import org.auleos.api.policy.Approval.State;
import org.auleos.api.run.RunState;
import org.auleos.api.run.RunView;
import org.auleos.api.run.UnitState;
import org.auleos.api.run.Why;
import org.auleos.api.tool.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Units whose call people have to approve. */
@Timeout(60)
class AwaitingTest {

    private static final Plan CLEAN =
            plan("clean", unit("look", "t.read"), unit("act", "t.act", "look"), unit("end", "t.read", "act"));

    private final MemoryLedger ledger = new MemoryLedger(Clock.systemUTC());
    private final World world = world(ledger, new People());

    private static World world(MemoryLedger ledger, People people) {
        World world = new World(ledger, people).with("t.read", "read").with("t.act", "effect");
        world.people.askedAbout("t.act");
        return world;
    }

    private static RunView.UnitView act(Node node, String run) {
        return node.engine().run(run).orElseThrow().units().stream()
                .filter(unit -> unit.id().equals("act"))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitAwaiting(Node node, String run) {
        while (act(node, run).state() != UnitState.AWAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aUnitWaitsUntilPeopleApproveAndThenRunsOnce() throws Exception {
        try (Node node = new Node(ledger, world, true, CLEAN)) {
            String run = node.submit("clean");
            awaitAwaiting(node, run);

            assertThat(node.engine().run(run).orElseThrow().state()).isEqualTo(RunState.RUNNING);
            assertThat(act(node, run).problem()).contains("aule approve " + run + "/act");
            assertThat(world.done(run + "/act")).isZero();
            world.people.decide(run + "/act", State.GIVEN);

            assertThat(node.end(run).state()).isEqualTo(RunState.DONE);
            assertThat(world.done(run + "/act")).isEqualTo(1);
            assertThat(act(node, run).attempts()).as("waiting is no attempt").isEqualTo(1);
            assertThat(world.calls()).allMatch(call -> call.attempt() == 1);
        }
    }

    @Test
    void theWaitSurvivesARestart() throws Exception {
        String run;
        try (Node node = new Node(ledger, world, true, CLEAN)) {
            run = node.submit("clean");
            awaitAwaiting(node, run);
        }
        MemoryLedger kept = MemoryLedger.of(Clock.systemUTC(), ledger.events());
        World again = world(kept, world.people);
        world.people.forgetWaiting();
        try (Node node = new Node(kept, again, true, CLEAN)) {
            assertThat(act(node, run).state()).isEqualTo(UnitState.AWAITING);
            assertThat(node.resume()).containsExactly(run);
            while (kept.types().stream().filter("run.unit.waiting"::equals).count() < 2) {
                Thread.onSpinWait();
            }
            world.people.decide(run + "/act", State.GIVEN);

            assertThat(node.end(run).state()).isEqualTo(RunState.DONE);
            assertThat(again.done(run + "/act")).isEqualTo(1);
        }
    }

    @Test
    void aDecisionWhileTheNodeIsDownCounts() throws Exception {
        String run;
        try (Node node = new Node(ledger, world, true, CLEAN)) {
            run = node.submit("clean");
            awaitAwaiting(node, run);
        }
        world.people.forgetWaiting();
        world.people.decide(run + "/act", State.GIVEN);
        MemoryLedger kept = MemoryLedger.of(Clock.systemUTC(), ledger.events());
        try (Node node = new Node(kept, world(kept, world.people), true, CLEAN)) {
            node.resume();
            assertThat(node.end(run).state()).isEqualTo(RunState.DONE);
        }
    }

    @Test
    void aDenialFailsTheUnitAndSaysWho() throws Exception {
        try (Node node = new Node(ledger, world, true, CLEAN)) {
            String run = node.submit("clean");
            awaitAwaiting(node, run);
            world.people.decide(run + "/act", State.DENIED);

            RunView end = node.end(run);
            assertThat(end.state()).isEqualTo(RunState.FAILED);
            assertThat(end.problem().orElseThrow()).contains("denied by user:bob");
            assertThat(world.done(run + "/act")).isZero();
        }
    }

    @Test
    void aCancelledRunWaitsForNobody() throws Exception {
        try (Node node = new Node(ledger, world, true, CLEAN)) {
            String run = node.submit("clean");
            awaitAwaiting(node, run);
            assertThat(node.engine().cancel(run, "enough", Node.ANN)).isTrue();

            assertThat(node.end(run).state()).isEqualTo(RunState.CANCELLED);
            world.people.decide(run + "/act", State.GIVEN);
            assertThat(world.done(run + "/act")).isZero();
        }
    }

    @Test
    void aRunThatCannotSucceedAnyMoreWaitsForNobody() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        world.with("t.fail", "read", call -> {
            asked.await();
            return new Outcome.Failed("not_found", "not there", false);
        });
        Plan both = plan("both", unit("act", "t.act"), unit("other", "t.fail"), unit("end", "t.read", "act", "other"));
        try (Node node = new Node(ledger, world, true, both)) {
            String run = node.submit("both");
            awaitAwaiting(node, run);
            asked.countDown();

            assertThat(node.end(run).state()).isEqualTo(RunState.FAILED);
            assertThat(act(node, run).state()).isEqualTo(UnitState.SKIPPED);
            world.people.decide(run + "/act", State.GIVEN);
            assertThat(world.done(run + "/act")).isZero();
        }
    }

    @Test
    void whySaysWhatIsWaitedFor() throws Exception {
        try (Node node = new Node(ledger, world, true, CLEAN)) {
            String run = node.submit("clean");
            awaitAwaiting(node, run);

            Why why = node.engine().why(run).orElseThrow();

            assertThat(why.below())
                    .filteredOn(below -> below.subject().startsWith("unit act"))
                    .singleElement()
                    .satisfies(below -> assertThat(below.reason()).contains("awaiting: aule approve"));
            assertThat(ledger.types()).doesNotContain("tool.intended");
        }
    }
}
