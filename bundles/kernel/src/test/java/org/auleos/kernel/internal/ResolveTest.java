package org.auleos.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.auleos.kernel.internal.Node.plan;
import static org.auleos.kernel.internal.Node.unit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.auleos.api.ledger.Event;
import org.auleos.api.plan.Plan;
import org.auleos.api.run.Resolution;
import org.auleos.api.run.RunException;
import org.auleos.api.run.RunState;
import org.auleos.api.run.RunView;
import org.auleos.api.run.UnitState;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.tool.ToolPin;
import org.auleos.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ResolveTest {

    private static final Plan PLAN = plan(
            "p",
            unit("look", "t.read"),
            unit("act", "t.lost", "look"),
            unit("after", "t.pure", Json.empty().with("a", Json.of("${act.answer}"))));
    private static final Resolution APPLIED =
            new Resolution(true, Optional.of(Json.empty().with("answer", Json.of(42))), "I saw it");
    private static final Resolution NOT_APPLIED = new Resolution(false, Optional.empty(), "it is not there");

    private final MemoryLedger ledger = new MemoryLedger(Clock.systemUTC());
    private final AtomicBoolean lost = new AtomicBoolean(true);
    private World world = world(ledger);
    private Node node = new Node(ledger, world, true, PLAN);
    private String run = "";

    private World world(MemoryLedger of) {
        return new World(of)
                .with("t.read", "read")
                .with("t.pure", "pure")
                .with(
                        "t.lost",
                        "effect",
                        call -> lost.get()
                                ? new Outcome.Unknown("the tool was abandoned")
                                : new Outcome.Done(Json.empty().with("answer", Json.of(7))));
    }

    @BeforeEach
    void hold() throws InterruptedException {
        RunView view = node.run("p");
        run = view.id();
        assertThat(view.state()).isEqualTo(RunState.HELD);
        assertThat(view.units())
                .extracting(RunView.UnitView::state)
                .containsExactly(UnitState.DONE, UnitState.UNKNOWN, UnitState.WAITING);
    }

    @AfterEach
    void close() {
        node.close();
    }

    private void restart(MemoryLedger on) {
        node.close();
        world = world(on);
        node = new Node(on, world, true, PLAN);
    }

    @Test
    void whatAPersonSawToBeThereIsDoneAndTheRunGoesOnWithItsAnswer() throws Exception {
        node.engine().resolve(run, "act", APPLIED, Node.ANN);
        RunView view = node.end(run);

        assertThat(view.state()).isEqualTo(RunState.DONE);
        assertThat(view.result()).map(Json::text).contains("{\"a\":42,\"by\":\"t.pure\"}");
        assertThat(world.calls()).extracting(ToolCall::tool).containsExactly("t.read", "t.lost", "t.pure");
        Event said = ledger.events().get(ledger.types().indexOf("run.unit.resolved"));
        assertThat(said.provenance().actor()).isEqualTo("user:ann");
        assertThat(said.why()).isEqualTo("I saw it");
        assertThat(node.engine().list(1)).extracting(RunView::state).containsExactly(RunState.DONE);
    }

    @Test
    void whatIsNotThereIsDoneAgainWithTheSameKeyAndVersion() throws Exception {
        lost.set(false);
        node.engine().resolve(run, "act", NOT_APPLIED, Node.ANN);

        assertThat(node.end(run).state()).isEqualTo(RunState.DONE);
        assertThat(world.calls())
                .filteredOn(call -> call.tool().equals("t.lost"))
                .extracting(ToolCall::key, ToolCall::attempt)
                .containsExactly(tuple(run + "/act", 1), tuple(run + "/act", 2));
        assertThat(world.pinned(run)).extracting(ToolPin::name).containsExactlyInAnyOrder("t.read", "t.lost");
    }

    @Test
    void aRunThatIsLostAgainIsHeldAgain() throws Exception {
        node.engine().resolve(run, "act", NOT_APPLIED, Node.ANN);
        assertThat(node.end(run).state()).isEqualTo(RunState.HELD);
        node.engine().resolve(run, "act", APPLIED, Node.ANN);
        assertThat(node.end(run).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void aRunOfAProcessBeforeCanBeResolved() throws Exception {
        restart(ledger);
        assertThat(node.resume()).isEmpty();
        node.engine().resolve(run, "act", APPLIED, Node.ANN);
        assertThat(node.end(run).state()).isEqualTo(RunState.DONE);

        restart(ledger);
        assertThat(node.resume()).isEmpty();
        assertThat(node.engine().list(1)).extracting(RunView::state).containsExactly(RunState.DONE);
    }

    @Test
    void aCrashAtAnyMomentAfterTheWordIsSurvived() throws Exception {
        node.engine().resolve(run, "act", APPLIED, Node.ANN);
        node.end(run);
        List<Event> events = ledger.events();

        for (int kept = ledger.types().indexOf("run.unit.resolved") + 1; kept < events.size(); kept++) {
            restart(MemoryLedger.of(Clock.systemUTC(), events.subList(0, kept)));
            RunView view = node.end(node.resume().get(0));
            assertThat(view.state()).as("after %d events", kept).isEqualTo(RunState.DONE);
            assertThat(view.result()).map(Json::text).contains("{\"a\":42,\"by\":\"t.pure\"}");
        }
    }

    @Test
    void wordsThatMakeNoSenseAreRefusedAndChangeNothing() throws Exception {
        int before = ledger.events().size();

        refused("r-1", "act", APPLIED, RunException.Code.NOT_FOUND, "no run \"r-1\"");
        refused(run, "b", APPLIED, RunException.Code.NOT_FOUND, "no unit \"b\"");
        refused(run, "look", APPLIED, RunException.Code.CONFLICT, "is done");
        refused(
                run,
                "act",
                new Resolution(true, Optional.empty(), ""),
                RunException.Code.INVALID,
                "is read by after; say what it is: --output JSON");
        assertThat(ledger.events()).hasSize(before);

        node.engine().resolve(run, "act", APPLIED, Node.ANN);
        node.end(run);
        refused(run, "act", APPLIED, RunException.Code.CONFLICT, "is done");
    }

    private void refused(String id, String unit, Resolution resolution, RunException.Code code, String message) {
        assertThatThrownBy(() -> node.engine().resolve(id, unit, resolution, Node.ANN))
                .isInstanceOfSatisfying(
                        RunException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }

    @Test
    void aVersionThatIsGoneHoldsTheRunUntilItIsBack() throws Exception {
        world.with(
                "t.lost",
                "effect",
                call -> new Outcome.Failed(Outcome.Failed.VERSION_GONE, "t.lost 1.0 is gone; install it again", false));
        node.engine().resolve(run, "act", NOT_APPLIED, Node.ANN);
        RunView held = node.end(run);
        assertThat(held.state()).isEqualTo(RunState.HELD);
        assertThat(held.units().get(1).state()).isEqualTo(UnitState.HELD);
        assertThat(held.problem()).contains("act (Do act): t.lost 1.0 is gone; install it again");

        world.with("t.lost", "effect", call -> new Outcome.Done(Json.empty().with("answer", Json.of(1))));
        node.engine().resolve(run, "act", NOT_APPLIED, Node.ANN);
        assertThat(node.end(run).state()).isEqualTo(RunState.DONE);
    }
}
