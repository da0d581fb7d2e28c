package org.auleos.http.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.auleos.api.goal.Goal;
import org.auleos.api.identity.Role;
import org.auleos.api.identity.User;
import org.auleos.api.identity.Users;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.plan.Planner;
import org.auleos.api.plan.Planning;
import org.auleos.api.run.Resolution;
import org.auleos.api.run.RunException;
import org.auleos.api.run.RunState;
import org.auleos.api.run.RunView;
import org.auleos.api.run.Runs;
import org.auleos.api.run.Submission;
import org.auleos.api.run.UndoPlan;
import org.auleos.api.run.UndoRequest;
import org.auleos.api.run.Why;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ProbeAnswer;
import org.auleos.api.tool.ProbeCall;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.tool.ToolDescription;
import org.auleos.api.tool.ToolPin;
import org.auleos.api.tool.Toolbox;
import org.auleos.api.tool.UndoCall;
import org.auleos.api.tool.Undoable;
import org.auleos.api.work.Retry;
import org.auleos.api.work.Scheduler;
import org.auleos.api.work.Weight;
import org.auleos.json.Json;

/** Everything the routes are served from, in memory: a goal {@code triage} is accepted, any other one refused. */
final class World implements Runs, Planner, Toolbox, Users, Scheduler {

    static final String VIEWER = "viewer-token";
    static final String OPERATOR = "operator-token";
    static final String ADMIN = "admin-token";
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    final MemoryLedger ledger = new MemoryLedger();
    final OneApproval approvals = new OneApproval();
    final List<Goal> goals = new CopyOnWriteArrayList<>();
    final List<Provenance> askers = new CopyOnWriteArrayList<>();
    final List<ToolCall> calls = new CopyOnWriteArrayList<>();
    final Map<String, Resolution> resolutions = new ConcurrentHashMap<>();
    final List<UndoRequest> undone = new CopyOnWriteArrayList<>();
    final Map<String, RunView> runs = new LinkedHashMap<>();
    private final Map<String, User> people = new ConcurrentHashMap<>(Map.of(
            VIEWER, new User("vera", Role.VIEWER),
            OPERATOR, new User("otto", Role.OPERATOR),
            ADMIN, new User("ada", Role.ADMIN)));

    Services services() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        return new Services(this, this, this, ledger, this, approvals, this, clock, random, "1.0.0");
    }

    synchronized void put(String id, RunState state) {
        Goal goal = new Goal("triage", Json.empty(), java.util.Set.of());
        Optional<Json> result =
                state == RunState.DONE ? Optional.of(Json.empty().with("status", Json.of("ok"))) : Optional.empty();
        Optional<Instant> finished = state.over() ? Optional.of(NOW) : Optional.empty();
        runs.put(
                id,
                new RunView(
                        id,
                        goal,
                        "user:otto",
                        "triage@1.0.0",
                        "by name",
                        state,
                        NOW,
                        finished,
                        List.of(),
                        result,
                        Optional.empty(),
                        ledger.head().sequence()));
    }

    void forget(String token) {
        people.remove(token);
    }

    @Override
    public Submission submit(Goal goal, Provenance by) {
        goals.add(goal);
        askers.add(by);
        if (goal.text().equals("triage")) {
            put("r-1", RunState.RUNNING);
            return new Submission.Accepted("r-1");
        }
        return new Submission.Refused(
                "no plan fits \"" + goal.text() + "\"",
                List.of(new Planning.Candidate("triage", "1.0.0", 0.2, "triage")));
    }

    @Override
    public synchronized Optional<RunView> run(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    @Override
    public synchronized List<RunView> list(int limit) {
        return runs.values().stream().limit(limit).toList();
    }

    @Override
    public boolean cancel(String id, String reason, Provenance by) {
        askers.add(by);
        return run(id).filter(run -> !run.state().over()).isPresent();
    }

    @Override
    public void resolve(String id, String unit, Resolution resolution, Provenance by) {
        if (run(id).filter(it -> it.state() == RunState.HELD).isEmpty()) {
            throw new RunException(RunException.Code.CONFLICT, "run " + id + " is not held");
        }
        askers.add(by);
        resolutions.put(unit, resolution);
    }

    @Override
    public UndoPlan undoPlan(String id, String to, Provenance by) {
        if (!runs.containsKey(id)) {
            throw new RunException(RunException.Code.NOT_FOUND, "no run \"" + id + "\"");
        }
        UndoPlan.Step step = new UndoPlan.Step("send", "Send it", "mail.send", 7, to.isEmpty(), "for a test");
        return new UndoPlan(id, List.of(step));
    }

    @Override
    public UndoPlan undo(String id, UndoRequest request, Provenance by) {
        UndoPlan plan = undoPlan(id, request.to(), by);
        if (!plan.whole() && !request.partly()) {
            throw new RunException(RunException.Code.CONFLICT, "send cannot be taken back");
        }
        undone.add(request);
        askers.add(by);
        return plan;
    }

    @Override
    public void keep(String id, String reason, Provenance by) {
        if (run(id).filter(it -> it.state() == RunState.HELD).isEmpty()) {
            throw new RunException(RunException.Code.CONFLICT, "run " + id + " does not ask");
        }
        askers.add(by);
    }

    @Override
    public Optional<RunView> await(String id, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (run(id).filter(run -> run.state().over()).isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        return run(id).filter(run -> run.state().over());
    }

    @Override
    public Optional<Why> why(String id) {
        return run(id).map(run -> new Why("plan " + run.plan(), "by name", List.of(1L), List.of()));
    }

    @Override
    public Planning plan(Goal goal) {
        return new Planning.Refused("not asked here", List.of());
    }

    @Override
    public List<Known> known() {
        return List.of(new Known("triage", "1.0.0", "Finds what is wrong", "triage"));
    }

    @Override
    public Outcome call(ToolCall call) {
        calls.add(call);
        ledger.add("tool.intended", call.provenance().run(), "", "{}");
        return new Outcome.Done(call.input());
    }

    @Override
    public void settle(String run) {
        // what is added here is durable at once
    }

    @Override
    public ProbeAnswer probe(ProbeCall probe) {
        throw new UnsupportedOperationException("no route probes");
    }

    @Override
    public Undoable undoable(UndoCall undo) {
        throw new UnsupportedOperationException("only the kernel asks");
    }

    @Override
    public Outcome undo(UndoCall undo) {
        askers.add(undo.provenance());
        return new Outcome.Done(Json.empty());
    }

    @Override
    public List<ToolDescription> tools() {
        ToolPin pin = new ToolPin("fs.append", "1.0.0", "ab".repeat(32));
        return List.of(new ToolDescription(
                pin,
                "Appends.",
                List.of("fs:write:{path}"),
                "effect",
                "low",
                Duration.ofSeconds(30),
                true,
                false,
                Json.empty(),
                Json.empty()));
    }

    @Override
    public Optional<ToolDescription> tool(String name) {
        return tools().stream().filter(tool -> tool.pin().name().equals(name)).findFirst();
    }

    @Override
    public Optional<ToolDescription> tool(String name, String run) {
        return tool(name);
    }

    @Override
    public void pin(String run, Collection<ToolPin> pins) {
        throw new UnsupportedOperationException("only the kernel pins");
    }

    @Override
    public void release(String run) {
        // nothing is pinned here
    }

    @Override
    public Optional<User> byToken(String token) {
        return Optional.ofNullable(people.get(token));
    }

    @Override
    public Optional<User> byName(String name) {
        return people.values().stream().filter(user -> user.name().equals(name)).findFirst();
    }

    @Override
    public List<User> list() {
        return new ArrayList<>(people.values());
    }

    @Override
    public Credentials add(String name, Role role, Provenance by) {
        if (byName(name).isPresent()) {
            throw new IllegalArgumentException("user \"" + name + "\" exists already");
        }
        people.put("new-token", new User(name, role));
        return new Credentials(new User(name, role), "new-token", "KEY");
    }

    @Override
    public boolean remove(String name, Provenance by) {
        return people.values().removeIf(user -> user.name().equals(name));
    }

    @Override
    public Optional<Slot> acquire(
            String agent, int agentLimit, Weight weight, int priority, BooleanSupplier cancelled) {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> pause(Retry retry, int failedAttempts) {
        return Optional.empty();
    }

    @Override
    public Load load() {
        return new Load(Weight.LIGHT, Weight.LIGHT, 1, 0);
    }
}
