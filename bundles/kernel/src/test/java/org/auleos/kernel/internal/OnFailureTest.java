package org.auleos.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.auleos.kernel.internal.Node.onFailure;
import static org.auleos.kernel.internal.Node.plan;
import static org.auleos.kernel.internal.Node.unit;

import java.time.Clock;
import java.util.List;
import org.auleos.api.ledger.Event;
import org.auleos.api.plan.OnFailure;
import org.auleos.api.plan.Plan;
import org.auleos.api.run.RunException;
import org.auleos.api.run.RunState;
import org.auleos.api.run.RunView;
import org.auleos.api.run.UndoRequest;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ProbeAnswer.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OnFailureTest {

    private static final Plan BAD = plan(
            "p",
            unit("one", "t.act"),
            unit("two", "t.act", "one"),
            unit("bad", "t.fail", "two"),
            unit("x", "t.act", "bad"));

    private final MemoryLedger ledger = new MemoryLedger(Clock.systemUTC());

    private static World world(MemoryLedger of) {
        return new World(of)
                .with("t.act", "effect")
                .with("t.fail", "read", call -> new Outcome.Failed("not_found", "no such thing", false));
    }

    @Test
    void aPlanThatSaysNothingKeepsWhatWasDone() throws Exception {
        World world = world(ledger);
        try (Node node = new Node(ledger, world, true, BAD)) {
            assertThat(node.run("p").state()).isEqualTo(RunState.FAILED);
            assertThat(world.undone()).isEmpty();
        }
    }

    @Test
    void aFailedRunTakesItselfBackWhenThePlanSaysSo() throws Exception {
        World world = world(ledger);
        Plan plan = onFailure(BAD, OnFailure.UNDO);
        try (Node node = new Node(ledger, world, true, plan)) {
            RunView view = node.run("p");

            assertThat(view.state()).isEqualTo(RunState.UNDONE);
            assertThat(view.problem()).contains("bad (Do bad): no such thing; what it did was taken back");
            assertThat(world.undone()).containsExactly(view.id() + "/two", view.id() + "/one");
        }
        List<Event> events = ledger.events();
        for (int kept = 1; kept < events.size(); kept++) {
            MemoryLedger cut = MemoryLedger.of(Clock.systemUTC(), events.subList(0, kept));
            World again = world(cut).finds(Finding.NOT_APPLIED);
            try (Node node = new Node(cut, again, true, plan)) {
                assertThat(node.end(node.resume().get(0)).state())
                        .as("after %d events", kept)
                        .isEqualTo(RunState.UNDONE);
            }
        }
    }

    @Test
    void aFailedRunThatTookNoEffectHasNothingToTakeBack() throws Exception {
        Plan plan = onFailure(plan("p", unit("bad", "t.fail")), OnFailure.UNDO);
        try (Node node = new Node(ledger, world(ledger), true, plan)) {
            assertThat(node.run("p").state()).isEqualTo(RunState.FAILED);
        }
    }

    @Test
    void aFailedRunAsksAndIsKeptOrTakenBackAsThePersonSays() throws Exception {
        World world = world(ledger);
        Plan plan = onFailure(BAD, OnFailure.ASK);
        String keptId;
        try (Node node = new Node(ledger, world, true, plan)) {
            RunView kept = node.run("p");
            keptId = kept.id();
            assertThat(kept.state()).isEqualTo(RunState.HELD);
            assertThat(kept.problem())
                    .hasValueSatisfying(it -> assertThat(it).contains("no such thing", "aule run undo " + kept.id()));
            node.engine().keep(kept.id(), "it is fine", Node.ANN);
            assertThat(node.engine().run(kept.id())).map(RunView::state).contains(RunState.FAILED);
            assertThatThrownBy(() -> node.engine().keep(kept.id(), "", Node.ANN))
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("is failed");
            assertThat(world.undone()).isEmpty();

            RunView other = node.run("p");
            node.engine().undo(other.id(), new UndoRequest("", false, "no"), Node.ANN);
            assertThat(node.end(other.id()).state()).isEqualTo(RunState.UNDONE);
            assertThat(world.undone()).hasSize(2);
        }
        try (Node node = new Node(ledger, world(ledger), true, plan)) {
            assertThat(node.resume()).isEmpty();
            assertThat(node.engine().list(2))
                    .extracting(RunView::state)
                    .containsExactly(RunState.UNDONE, RunState.FAILED);
            assertThat(node.engine().run(keptId)).map(RunView::state).contains(RunState.FAILED);
        }
    }
}
