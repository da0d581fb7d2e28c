package org.auleos.kernel.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.auleos.api.agent.AgentRole;
import org.auleos.api.agent.Agents;
import org.auleos.api.agent.Assignment;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.ledger.Query;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ProbeAnswer;
import org.auleos.api.tool.ProbeAnswer.Finding;
import org.auleos.api.tool.ProbeCall;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.tool.ToolDescription;
import org.auleos.api.tool.ToolEvent;
import org.auleos.api.tool.ToolPin;
import org.auleos.api.tool.Toolbox;
import org.auleos.api.tool.UndoCall;
import org.auleos.api.tool.Undoable;
import org.auleos.json.Family;
import org.auleos.json.Json;

/** Tools with scripted behaviour over a ledger, recorded as the real toolbox records them; and agents that may do anything. */
final class World implements Toolbox, Agents {

    private static final Family<ToolEvent> EVENTS = Family.of(ToolEvent.class);

    final People people;
    private final Ledger ledger;
    private final Map<String, Scripted> tools = new HashMap<>();
    private final List<ToolCall> calls = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> done = new ConcurrentHashMap<>();
    private final List<ProbeCall> probed = new CopyOnWriteArrayList<>();
    private final Set<String> irreversible = ConcurrentHashMap.newKeySet();
    private final List<String> undone = new CopyOnWriteArrayList<>();
    private volatile Undoing undoing = (undo, intended) -> new Outcome.Done(Json.empty());
    private volatile Finding finding = Finding.UNKNOWN;
    private final Map<String, List<ToolPin>> pinned = new ConcurrentHashMap<>();
    private final Set<String> released = ConcurrentHashMap.newKeySet();

    /** What a tool does. */
    @FunctionalInterface
    interface Behaviour {
        Outcome act(ToolCall call) throws InterruptedException;
    }

    /** What an undo does. */
    @FunctionalInterface
    interface Undoing {
        Outcome act(UndoCall undo, ToolEvent.Intended intended) throws InterruptedException;
    }

    private record Scripted(String effect, Behaviour behaviour) {}

    World(Ledger ledger) {
        this(ledger, new People());
    }

    World(Ledger ledger, People people) {
        this.ledger = ledger;
        this.people = people;
    }

    /** A tool that answers its input. */
    World with(String tool, String effect) {
        return with(tool, effect, call -> new Outcome.Done(call.input().with("by", Json.of(tool))));
    }

    World with(String tool, String effect, Behaviour behaviour) {
        tools.put(tool, new Scripted(effect, behaviour));
        return this;
    }

    /** Calls in order. */
    List<ToolCall> calls() {
        return List.copyOf(calls);
    }

    /** How often the effect with a key took place. */
    int done(String key) {
        return done.getOrDefault(key, 0);
    }

    void tookPlace(String key) {
        done.merge(key, 1, Integer::sum);
    }

    /** What every probe finds from now on. */
    World finds(Finding found) {
        finding = found;
        return this;
    }

    /** Tools that cannot undo. */
    World irreversible(String... names) {
        irreversible.addAll(List.of(names));
        return this;
    }

    /** How undoing ends from now on. */
    World undoes(Undoing how) {
        undoing = how;
        return this;
    }

    /** Keys of the calls taken back, in order. */
    List<String> undone() {
        return List.copyOf(undone);
    }

    List<ProbeCall> probed() {
        return List.copyOf(probed);
    }

    /** The versions a run was told to keep. */
    List<ToolPin> pinned(String run) {
        return pinned.getOrDefault(run, List.of());
    }

    Set<String> released() {
        return released;
    }

    @Override
    public Outcome perform(Assignment assignment) throws InterruptedException {
        return call(new ToolCall(
                assignment.unit().tool(),
                assignment.input(),
                assignment.provenance().withActor("agent:" + assignment.unit().role()),
                assignment.granted(),
                assignment.key(),
                assignment.attempt(),
                assignment.unit().timeout(),
                assignment.watch()));
    }

    @Override
    public Outcome call(ToolCall call) throws InterruptedException {
        calls.add(call);
        Optional<Outcome> stopped = people.gate(call);
        return stopped.isPresent() ? stopped.get() : permitted(call);
    }

    private Outcome permitted(ToolCall call) throws InterruptedException {
        Scripted tool = tools.get(call.tool());
        if (tool == null) {
            return new Outcome.Failed("not_found", "there is no tool " + call.tool(), false);
        }
        boolean looks = tool.effect().equals("pure") || tool.effect().equals("read");
        return looks ? look(call, tool.behaviour()) : act(call, tool.behaviour());
    }

    private Outcome look(ToolCall call, Behaviour behaviour) throws InterruptedException {
        Outcome outcome = behaviour.act(call);
        record(
                call,
                new ToolEvent.Called(
                        pin(call.tool()),
                        call.key(),
                        call.attempt(),
                        "p",
                        call.input(),
                        List.of(),
                        result(outcome),
                        1));
        return outcome;
    }

    private Outcome act(ToolCall call, Behaviour behaviour) throws InterruptedException {
        record(
                call,
                new ToolEvent.Intended(
                        pin(call.tool()), call.key(), call.attempt(), "p", call.input(), Optional.empty()));
        Outcome outcome = behaviour.act(call);
        if (outcome instanceof Outcome.Done) {
            tookPlace(call.key());
        }
        record(call, new ToolEvent.Completed(call.tool(), call.key(), List.of(), result(outcome), 1));
        return outcome;
    }

    private void record(ToolCall call, ToolEvent event) {
        ledger.append(new Draft(EVENTS.name(event), EVENTS.version(event), call.provenance(), "", EVENTS.write(event)));
    }

    private static ToolEvent.Result result(Outcome outcome) {
        if (outcome instanceof Outcome.Done end) {
            return new ToolEvent.Result("done", Optional.of(end.output()), Optional.empty(), Optional.empty());
        } else if (outcome instanceof Outcome.Failed failed) {
            return new ToolEvent.Result(
                    "failed", Optional.empty(), Optional.of(failed.code()), Optional.of(failed.message()));
        }
        return new ToolEvent.Result("unknown", Optional.empty(), Optional.empty(), Optional.of(outcome.toString()));
    }

    private static ToolPin pin(String tool) {
        return new ToolPin(tool, "1.0.0", "0".repeat(64));
    }

    @Override
    public Optional<ToolDescription> tool(String name) {
        return Optional.ofNullable(tools.get(name))
                .map(tool -> new ToolDescription(
                        pin(name),
                        name,
                        List.of(),
                        tool.effect(),
                        "none",
                        Duration.ofSeconds(30),
                        false,
                        false,
                        Json.empty(),
                        Json.empty()));
    }

    @Override
    public List<ToolDescription> tools() {
        return tools.keySet().stream().flatMap(name -> tool(name).stream()).toList();
    }

    @Override
    public void settle(String run) {
        throw new UnsupportedOperationException("the kernel waits on its own receipts");
    }

    @Override
    public ProbeAnswer probe(ProbeCall probe) {
        probed.add(probe);
        return new ProbeAnswer(finding, "its probe says " + finding);
    }

    @Override
    public Undoable undoable(UndoCall undo) {
        boolean possible = !irreversible.contains(intended(undo).pin().name());
        return new Undoable(possible, possible ? "by its memento" : "it has no undo");
    }

    /** Recorded as the real toolbox records it. */
    @Override
    public Outcome undo(UndoCall undo) throws InterruptedException {
        ToolEvent.Intended intended = intended(undo);
        String tool = intended.pin().name();
        Outcome outcome = irreversible.contains(tool)
                ? new Outcome.Failed("unsupported", "it has no undo", false)
                : undoing.act(undo, intended);
        if (outcome instanceof Outcome.Done) {
            undone.add(intended.key());
        }
        ToolEvent event = new ToolEvent.Undone(tool, intended.key(), result(outcome));
        Provenance by = undo.provenance().withCause(undo.intent());
        ledger.append(new Draft(EVENTS.name(event), EVENTS.version(event), by, "", EVENTS.write(event)));
        return outcome;
    }

    private ToolEvent.Intended intended(UndoCall undo) {
        List<ToolEvent.Intended> found = new ArrayList<>();
        ledger.read(
                new Query(undo.intent(), undo.intent(), "", "", "", 1),
                event -> EVENTS.read(event.type(), event.version(), event.payload())
                        .ifPresent(it -> found.add((ToolEvent.Intended) it)));
        return found.get(0);
    }

    @Override
    public Optional<ToolDescription> tool(String name, String run) {
        return tool(name);
    }

    @Override
    public void pin(String run, Collection<ToolPin> pins) {
        pinned.put(run, List.copyOf(pins));
    }

    @Override
    public void release(String run) {
        released.add(run);
    }

    @Override
    public List<AgentRole> roles() {
        return List.of(new AgentRole("any", "does anything", List.of(), Set.of(), 100));
    }

    @Override
    public Optional<AgentRole> role(String name) {
        return Optional.of(roles().get(0));
    }
}
