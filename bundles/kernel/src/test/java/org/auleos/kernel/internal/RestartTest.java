package org.auleos.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.auleos.kernel.internal.Node.optional;
import static org.auleos.kernel.internal.Node.plan;
import static org.auleos.kernel.internal.Node.retrying;
import static org.auleos.kernel.internal.Node.unit;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.auleos.api.ledger.Event;
import org.auleos.api.plan.Plan;
import org.auleos.api.run.RunEvent;
import org.auleos.api.run.RunState;
import org.auleos.api.run.RunView;
import org.auleos.api.run.UnitState;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.tool.ToolEvent;
import org.auleos.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cuts the ledger of a run after every event, as a crash would, and lets a new node go on from there. */
@Timeout(60)
class RestartTest {

    private static final Plan MIXED = plan(
            "mixed",
            unit("look", "t.read"),
            unit("think", "t.pure", Json.empty().with("seen", Json.of("${look}"))),
            optional(unit("luxury", "t.fail", "look")),
            unit("act", "t.act", "think"),
            unit("set", "t.set", "act"),
            retrying(unit("flaky", "t.flaky", "set"), 3, Duration.ofMillis(1)),
            unit("act2", "t.act", "flaky", "luxury"),
            unit("end", "t.pure", Json.empty().with("think", Json.of("${think}")), "act2"));

    private static World world(MemoryLedger ledger) {
        AtomicInteger tries = new AtomicInteger();
        return new World(ledger)
                .with("t.read", "read")
                .with("t.pure", "pure")
                .with("t.act", "effect")
                .with("t.set", "idempotent")
                .with("t.fail", "read", call -> new Outcome.Failed("not_found", "not there", false))
                .with(
                        "t.flaky",
                        "read",
                        call -> tries.incrementAndGet() == 1
                                ? new Outcome.Failed("unavailable", "busy", true)
                                : new Outcome.Done(call.input()));
    }

    private static List<Event> whole() throws InterruptedException {
        MemoryLedger ledger = new MemoryLedger(Clock.systemUTC());
        try (Node node = new Node(ledger, world(ledger), true, MIXED)) {
            assertThat(node.run("mixed").state()).isEqualTo(RunState.DONE);
        }
        return ledger.events();
    }

    @Test
    void afterACrashAtAnyEventTheRunEndsWithEveryEffectOnceOrIsHeld() throws Exception {
        List<Event> events = whole();

        for (int kept = 1; kept <= events.size(); kept++) {
            afterACrash(events.subList(0, kept));
        }
    }

    /** The second crash cuts the ledger of a node that had recovered from a first one. */
    @Test
    void aCrashDuringRecoveryIsSurvivedToo() throws Exception {
        List<Event> events = whole();
        MemoryLedger second = MemoryLedger.of(Clock.systemUTC(), events.subList(0, events.size() / 2));
        try (Node node = new Node(second, world(second), true, MIXED)) {
            node.resume()
                    .forEach(run -> assertThat(ended(node, run).state().over()).isTrue());
        }

        for (int kept = events.size() / 2; kept <= second.events().size(); kept++) {
            afterACrash(second.events().subList(0, kept));
        }
    }

    private static void afterACrash(List<Event> kept) throws InterruptedException {
        MemoryLedger ledger = MemoryLedger.of(Clock.systemUTC(), kept);
        World world = world(ledger);
        Map<String, String> before = intents(kept);
        try (Node node = new Node(ledger, world, true, MIXED)) {
            List<String> open = node.resume();
            String id = kept.get(0).provenance().run();
            RunView view = open.isEmpty() ? node.engine().run(id).orElseThrow() : node.end(id);

            boolean doubtful = "open".equals(before.get("act")) || "open".equals(before.get("act2"));
            assertThat(view.state())
                    .as(
                            "after %d events, the last is %s",
                            kept.size(), kept.get(kept.size() - 1).type())
                    .isEqualTo(doubtful ? RunState.HELD : RunState.DONE);
            for (String unit : List.of("act", "act2")) {
                boolean touched = before.containsKey(unit);
                assertThat(world.done(id + "/" + unit))
                        .as("effects of %s in the new node after %d events", unit, kept.size())
                        .isEqualTo(touched || doubtful ? 0 : 1);
            }
            assertThat(finishedTwice(ledger.events())).isEmpty();
            if (!doubtful) {
                assertThat(view.result())
                        .map(Json::text)
                        .hasValueSatisfying(it -> assertThat(it).contains("seen"));
            }
        }
    }

    private static RunView ended(Node node, String run) {
        try {
            return node.end(run);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By unit: "open" for an intent without an outcome, "closed" for one with. */
    private static Map<String, String> intents(List<Event> events) {
        Map<String, String> intents = new TreeMap<>();
        for (Event event : events) {
            RunLog.tool(event).ifPresent(tool -> {
                if (tool instanceof ToolEvent.Intended) {
                    intents.put(event.provenance().unit(), "open");
                } else if (tool instanceof ToolEvent.Completed) {
                    intents.put(event.provenance().unit(), "closed");
                }
            });
        }
        return intents;
    }

    private static List<String> finishedTwice(List<Event> events) {
        List<String> seen = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        for (Event event : events) {
            RunLog.run(event).ifPresent(run -> {
                if (run instanceof RunEvent.UnitFinished over) {
                    (seen.contains(over.unit()) ? twice : seen).add(over.unit());
                }
            });
        }
        return twice;
    }

    @Test
    void aHeldRunIsNotTakenUpAgain() throws Exception {
        List<Event> events = whole();
        int intent = (int) events.stream()
                .takeWhile(event -> !event.type().equals("tool.intended"))
                .count();
        MemoryLedger ledger = MemoryLedger.of(Clock.systemUTC(), events.subList(0, intent + 1));
        try (Node node = new Node(ledger, world(ledger), true, MIXED)) {
            RunView held = node.end(node.resume().get(0));
            assertThat(held.state()).isEqualTo(RunState.HELD);
            assertThat(held.problem())
                    .hasValueSatisfying(it -> assertThat(it)
                            .contains(
                                    "the node stopped after t.act",
                                    "its probe says UNKNOWN",
                                    "look whether",
                                    "aule run resolve"));
        }
        World world = world(ledger);

        try (Node node = new Node(ledger, world, true, MIXED)) {
            assertThat(node.resume()).isEmpty();
            assertThat(world.calls()).isEmpty();
        }
    }

    @Test
    void anIdempotentToolInFlightIsCalledAgainWithTheSameKey() throws Exception {
        Plan plan = plan("set", unit("a", "t.set"));
        MemoryLedger first = new MemoryLedger(Clock.systemUTC());
        try (Node node = new Node(first, world(first), true, plan)) {
            node.run("set");
        }
        int intent = first.types().indexOf("tool.intended");
        MemoryLedger ledger = MemoryLedger.of(Clock.systemUTC(), first.events().subList(0, intent + 1));
        World world = world(ledger);

        try (Node node = new Node(ledger, world, true, plan)) {
            RunView view = node.end(node.resume().get(0));

            assertThat(view.state()).isEqualTo(RunState.DONE);
            assertThat(view.units().get(0).attempts()).isEqualTo(2);
            assertThat(world.calls()).extracting(ToolCall::key).containsExactly(view.id() + "/a");
        }
    }

    @Test
    void aCancelledRunEndsAfterARestartWithoutFurtherCalls() throws Exception {
        List<Event> events = new ArrayList<>(whole().subList(0, 2));
        MemoryLedger ledger = MemoryLedger.of(Clock.systemUTC(), events);
        String id = events.get(0).provenance().run();
        new RunLog(ledger, Clock.systemUTC())
                .append(new RunEvent.CancelRequested("stop"), Node.ANN.withRun(id), "stop");
        World world = world(ledger);

        try (Node node = new Node(ledger, world, true, MIXED)) {
            RunView view = node.end(node.resume().get(0));

            assertThat(view.state()).isEqualTo(RunState.CANCELLED);
            assertThat(view.units()).extracting(RunView.UnitView::state).containsOnly(UnitState.SKIPPED);
            assertThat(world.calls()).isEmpty();
        }
    }
}
