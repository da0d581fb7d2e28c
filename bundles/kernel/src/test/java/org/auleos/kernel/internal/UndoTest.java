package org.auleos.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.auleos.kernel.internal.Node.plan;
import static org.auleos.kernel.internal.Node.unit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.auleos.api.ledger.Event;
import org.auleos.api.plan.Plan;
import org.auleos.api.run.RunEvent;
import org.auleos.api.run.RunException;
import org.auleos.api.run.RunState;
import org.auleos.api.run.RunView;
import org.auleos.api.run.UndoPlan;
import org.auleos.api.run.UndoRequest;
import org.auleos.api.run.UnitState;
import org.auleos.api.tool.Outcome;
import org.auleos.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UndoTest {

    private static final Plan PLAN = plan(
            "p",
            unit("one", "t.act"),
            unit("look", "t.read", "one"),
            unit("two", "t.mail", "look"),
            unit("three", "t.act", "two"));
    private static final UndoRequest ALL = new UndoRequest("", false, "changed my mind");
    private static final UndoRequest REST = new UndoRequest("", true, "changed my mind");

    private final MemoryLedger ledger = new MemoryLedger(Clock.systemUTC());
    private World world = world(ledger);
    private Node node = new Node(ledger, world, true, PLAN);
    private String run = "";

    private static World world(MemoryLedger of) {
        return new World(of).with("t.read", "read").with("t.act", "effect").with("t.mail", "effect");
    }

    @BeforeEach
    void run() throws InterruptedException {
        run = node.run("p").id();
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

    private RunView undo(UndoRequest request) throws InterruptedException {
        node.engine().undo(run, request, Node.ANN);
        return node.end(run);
    }

    private List<String> keys(String... units) {
        return List.of(units).stream().map(unit -> run + "/" + unit).toList();
    }

    private List<RunEvent.UndoStep> steps() {
        return ledger.events().stream()
                .flatMap(event -> RunLog.run(event).stream())
                .filter(RunEvent.UndoStep.class::isInstance)
                .map(RunEvent.UndoStep.class::cast)
                .toList();
    }

    @Test
    void effectsAreTakenBackNewestFirstAndItIsRecordedForWhom() throws Exception {
        RunView view = undo(ALL);

        assertThat(view.state()).isEqualTo(RunState.UNDONE);
        assertThat(view.problem()).isEmpty();
        assertThat(world.undone()).isEqualTo(keys("three", "two", "one"));
        assertThat(view.units())
                .extracting(RunView.UnitView::state)
                .containsExactly(UnitState.UNDONE, UnitState.DONE, UnitState.UNDONE, UnitState.UNDONE);
        Event asked = ledger.events().get(ledger.types().indexOf("run.undo.requested"));
        assertThat(asked.provenance().actor()).isEqualTo("user:ann");
        assertThat(asked.why()).isEqualTo("changed my mind");
        assertThat(ledger.types()).endsWith("tool.undone", "run.undo.step", "run.undo.finished");
    }

    @Test
    void theSecondTimeNothingIsLeftToTakeBack() throws Exception {
        undo(ALL);
        int before = ledger.events().size();

        assertThat(node.engine().undo(run, ALL, Node.ANN).steps()).isEmpty();
        assertThat(ledger.events()).hasSize(before);
        assertThat(world.undone()).hasSize(3);
    }

    @Test
    void whatCameAfterAUnitIsTakenBackAndTheUnitStays() throws Exception {
        RunView view = undo(new UndoRequest("one", false, "too much"));

        assertThat(view.state()).isEqualTo(RunState.UNDONE);
        assertThat(world.undone()).isEqualTo(keys("three", "two"));
        assertThat(view.units().get(0).state()).isEqualTo(UnitState.DONE);

        assertThat(undo(ALL).state()).isEqualTo(RunState.UNDONE);
        assertThat(world.undone()).isEqualTo(keys("three", "two", "one"));
    }

    @Test
    void aPlanSaysForEveryStepWhetherAndWhyAndChangesNothing() throws Exception {
        world.irreversible("t.mail");
        int before = ledger.events().size();

        UndoPlan plan = node.engine().undoPlan(run, "", Node.ANN);

        assertThat(plan.steps()).extracting(UndoPlan.Step::unit).containsExactly("three", "two", "one");
        assertThat(plan.steps()).extracting(UndoPlan.Step::undoable).containsExactly(true, false, true);
        assertThat(plan.steps()).extracting(UndoPlan.Step::why).contains("it has no undo");
        assertThat(ledger.events()).hasSize(before);
        assertThat(world.undone()).isEmpty();
    }

    @Test
    void whatCannotBeTakenBackIsLeftOnlyWhenThePersonSaysSo() throws Exception {
        world.irreversible("t.mail");
        refused(ALL, RunException.Code.CONFLICT, "two (it has no undo)");
        assertThat(world.undone()).isEmpty();

        RunView view = undo(REST);

        assertThat(view.state()).isEqualTo(RunState.UNDONE);
        assertThat(view.problem()).contains("not taken back: two: it has no undo");
        assertThat(world.undone()).isEqualTo(keys("three", "one"));
        assertThat(view.units().get(2).state()).isEqualTo(UnitState.DONE);
        assertThat(node.engine().why(run).orElseThrow().toString()).contains("not taken back");

        int before = ledger.events().size();
        assertThat(undo(REST).state()).isEqualTo(RunState.UNDONE);
        assertThat(ledger.events()).as("events of asking again").hasSize(before);
    }

    @Test
    void whatSomebodyChangedMeanwhileIsNotOverwrittenButAskedAbout() throws Exception {
        world.undoes((undo, intended) -> intended.key().endsWith("/two")
                ? new Outcome.Failed("conflict", "somebody changed it meanwhile", false)
                : new Outcome.Done(Json.empty()));

        RunView held = undo(ALL);

        assertThat(held.state()).isEqualTo(RunState.HELD);
        assertThat(held.problem())
                .hasValueSatisfying(it -> assertThat(it)
                        .contains("stopped at two: somebody changed it meanwhile", "aule run undo " + run));
        assertThat(world.undone()).isEqualTo(keys("three"));
        assertThat(steps()).extracting(step -> step.end().name()).containsExactly("COMPENSATED", "CHANGED");

        RunView view = undo(REST);
        assertThat(view.state()).isEqualTo(RunState.UNDONE);
        assertThat(world.undone()).isEqualTo(keys("three", "one"));
    }

    @Test
    void whatAPersonSetRightIsTakenBackTheNextTime() throws Exception {
        world.undoes((undo, intended) -> new Outcome.Failed("conflict", "changed", false));
        assertThat(undo(ALL).state()).isEqualTo(RunState.HELD);

        world.undoes((undo, intended) -> new Outcome.Done(Json.empty()));
        assertThat(undo(ALL).state()).isEqualTo(RunState.UNDONE);
        assertThat(world.undone()).isEqualTo(keys("three", "two", "one"));
    }

    @Test
    void aCrashAtAnyMomentOfItIsSurvivedAndNothingIsTakenBackOutOfOrder() throws Exception {
        undo(ALL);
        List<Event> events = ledger.events();

        for (int kept = ledger.types().indexOf("run.undo.requested") + 1; kept < events.size(); kept++) {
            MemoryLedger cut = MemoryLedger.of(Clock.systemUTC(), events.subList(0, kept));
            long before = cut.types().stream().filter("tool.undone"::equals).count();
            restart(cut);
            RunView view = node.end(node.resume().get(0));

            assertThat(view.state()).as("after %d events", kept).isEqualTo(RunState.UNDONE);
            assertThat(world.undone())
                    .as("after %d events", kept)
                    .isEqualTo(keys("three", "two", "one").subList((int) before, 3));
        }
        restart(MemoryLedger.of(Clock.systemUTC(), events));
        assertThat(node.resume()).isEmpty();
        assertThat(node.engine().list(1)).extracting(RunView::state).containsExactly(RunState.UNDONE);
    }

    @Test
    void aRunThatGoesOnOrIsNotThereIsNotTakenBack() throws Exception {
        refused(new UndoRequest("four", false, ""), RunException.Code.NOT_FOUND, "no unit \"four\"");
        assertThatThrownBy(() -> node.engine().undo("r-1", ALL, Node.ANN)).hasMessageContaining("no run \"r-1\"");
        world.undoes((undo, intended) -> {
            assertThatThrownBy(() -> node.engine().undo(run, ALL, Node.ANN)).hasMessageContaining("is going on");
            assertThat(node.engine().cancel(run, "stop", Node.ANN)).isFalse();
            return new Outcome.Done(Json.empty());
        });
        assertThat(undo(ALL).state()).isEqualTo(RunState.UNDONE);
        assertThat(world.undone()).hasSize(3);
    }

    private void refused(UndoRequest request, RunException.Code code, String message) {
        assertThatThrownBy(() -> node.engine().undo(run, request, Node.ANN))
                .isInstanceOfSatisfying(
                        RunException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }

    @Test
    void whyTellsWhoTookItBack() throws Exception {
        undo(ALL);
        assertThat(Optional.of(node.engine().why(run).orElseThrow().toString()))
                .hasValueSatisfying(
                        it -> assertThat(it).contains("taking back asked for by user:ann", "was taken back"));
    }
}
