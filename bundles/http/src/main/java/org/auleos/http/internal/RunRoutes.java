package org.auleos.http.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.auleos.api.identity.Users;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.run.Resolution;
import org.auleos.api.run.RunException;
import org.auleos.api.run.RunView;
import org.auleos.api.run.Runs;
import org.auleos.api.run.UndoPlan;
import org.auleos.api.run.UndoRequest;
import org.auleos.api.run.Why;
import org.auleos.json.Codec;
import org.auleos.json.Json;
import org.jspecify.annotations.Nullable;

/** Runs: looking at them, following them, ending them. */
final class RunRoutes {

    private static final Codec<RunView> RUN = Codec.of(RunView.class);
    private static final Codec<CancelRequest> CANCEL = Codec.of(CancelRequest.class);
    private static final Codec<ResolveRequest> RESOLVE = Codec.of(ResolveRequest.class);
    private static final Codec<RunUndoRequest> UNDO = Codec.of(RunUndoRequest.class);
    private static final Codec<UndoPlan> PLAN = Codec.of(UndoPlan.class);
    private static final int MOST_WAIT_SECONDS = 25;

    private final Runs runs;
    private final Ledger ledger;
    private final Users users;

    RunRoutes(Runs runs, Ledger ledger, Users users) {
        this.runs = runs;
        this.ledger = ledger;
        this.users = users;
    }

    /** Why a run should end, or its effects stay, for the record. */
    record CancelRequest(@Nullable String reason) {}

    /**
     * How a unit that waits for a person goes on.
     *
     * @param applied whether its effect is there
     * @param output what its tool would have answered
     */
    record ResolveRequest(
            boolean applied,
            Json.@Nullable Obj output,
            @Nullable String reason) {}

    /**
     * What of a run is to be taken back.
     *
     * @param to the unit to go back to, which stays
     * @param partly whether to leave what cannot be taken back
     */
    record RunUndoRequest(
            @Nullable String to,
            @Nullable Boolean partly,
            @Nullable String reason) {}

    List<Route> routes() {
        return List.of(
                Route.get("/runs", this::list),
                Route.get("/runs/{id}", call -> Answer.ok(whole(run(call)))),
                Route.get("/runs/{id}/why", this::why),
                Route.get("/runs/{id}/result", call -> Answer.ok(result(run(call)))),
                Route.get("/runs/{id}/wait", this::waitForEnd),
                Route.get("/runs/{id}/events", this::events),
                Route.post("/runs/{id}/cancel", Access.OPERATOR, this::cancel),
                Route.post("/runs/{id}/keep", Access.OPERATOR, this::keep),
                Route.get("/runs/{id}/undo", this::undoPlan),
                Route.post("/runs/{id}/undo", Access.OPERATOR, this::undo),
                Route.post("/runs/{id}/units/{unit}/resolve", Access.OPERATOR, this::resolve));
    }

    private Answer list(Call call) {
        Page page = Page.of(call);
        return page.answer(runs.list(page.needed()), RunRoutes::brief);
    }

    private RunView run(Call call) {
        return runs.run(call.path("id")).orElseThrow(() -> unknown(call));
    }

    private static Refusal unknown(Call call) {
        return Refusal.notFound(
                "no run \"" + call.path("id") + "\"", "GET /api/v1/runs (aule run list) lists them, newest first");
    }

    /** Without the result, which has a route of its own because it may be large. */
    private static Json whole(RunView run) {
        return without((Json.Obj) RUN.write(run), List.of("result"));
    }

    private static Json brief(RunView run) {
        return without((Json.Obj) RUN.write(run), List.of("result", "units", "goal"))
                .with("text", Json.of(run.goal().text()));
    }

    private static Json.Obj without(Json.Obj object, List<String> names) {
        Map<String, Json> members = new LinkedHashMap<>(object.members());
        members.keySet().removeAll(names);
        return new Json.Obj(members);
    }

    private static Json result(RunView run) {
        Map<String, Json> members = new LinkedHashMap<>(((Json.Obj) RUN.write(run)).members());
        members.keySet().retainAll(Set.of("state", "result", "problem"));
        return new Json.Obj(members).with("run", Json.of(run.id()));
    }

    private Answer why(Call call) {
        return Answer.ok(tree(runs.why(call.path("id")).orElseThrow(() -> unknown(call))));
    }

    /** By hand, because a codec knows no record that contains itself. */
    private static Json tree(Why why) {
        return Json.empty()
                .with("subject", Json.of(why.subject()))
                .with("reason", Json.of(why.reason()))
                .with(
                        "evidence",
                        new Json.Arr(why.evidence().stream().map(Json::of).toList()))
                .with(
                        "below",
                        new Json.Arr(why.below().stream().map(RunRoutes::tree).toList()));
    }

    private Answer waitForEnd(Call call) throws InterruptedException {
        long seconds = call.number("seconds", 20, 0, MOST_WAIT_SECONDS);
        RunView now = run(call);
        RunView then = runs.await(now.id(), Duration.ofSeconds(seconds)).orElseGet(() -> run(call));
        return Answer.ok(brief(then));
    }

    private Answer events(Call call) {
        RunView run = run(call);
        String last = call.lastEventId().isEmpty() ? call.query("after") : call.lastEventId();
        if (!last.isEmpty() && !last.matches("[0-9]{1,18}")) {
            throw Refusal.badRequest(
                    "Last-Event-ID \"" + last + "\": expected the sequence of an event", "leave it out to begin anew");
        }
        long after = last.isEmpty() ? 0 : Long.parseLong(last);
        return new Answer.Stream(new RunStream(runs, ledger, users, call.user(), run.id(), after));
    }

    private Answer cancel(Call call) throws InterruptedException {
        RunView run = run(call);
        String reason = reason(call.body(CANCEL).reason(), call);
        if (!runs.cancel(run.id(), reason, call.provenance())) {
            throw new Refusal(
                    Refusal.Code.CONFLICT, "run " + run.id() + " is over already", "nothing was changed; look at it");
        }
        return Answer.json(202, Json.empty().with("run", Json.of(run.id())));
    }

    private Answer resolve(Call call) throws InterruptedException {
        ResolveRequest request = call.body(RESOLVE);
        try {
            Resolution resolution = new Resolution(
                    request.applied(), Optional.ofNullable(request.output()), reason(request.reason(), call));
            runs.resolve(call.path("id"), call.path("unit"), resolution, call.provenance());
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("body: " + e.getMessage(), "leave the output out");
        } catch (RunException e) {
            throw refusal(e, call);
        }
        return Answer.json(202, Json.empty().with("run", Json.of(call.path("id"))));
    }

    private Answer keep(Call call) throws InterruptedException {
        try {
            runs.keep(call.path("id"), reason(call.body(CANCEL).reason(), call), call.provenance());
        } catch (RunException e) {
            throw refusal(e, call);
        }
        return Answer.ok(Json.empty().with("run", Json.of(call.path("id"))));
    }

    private Answer undoPlan(Call call) {
        try {
            return Answer.ok(PLAN.write(runs.undoPlan(call.path("id"), call.query("to"), call.provenance())));
        } catch (RunException e) {
            throw refusal(e, call);
        }
    }

    private Answer undo(Call call) throws InterruptedException {
        RunUndoRequest asked = call.body(UNDO);
        UndoRequest request = new UndoRequest(
                asked.to() == null ? "" : asked.to(),
                asked.partly() != null && asked.partly(),
                reason(asked.reason(), call));
        try {
            return Answer.json(202, PLAN.write(runs.undo(call.path("id"), request, call.provenance())));
        } catch (RunException e) {
            throw refusal(e, call);
        }
    }

    private static String reason(@Nullable String reason, Call call) {
        return reason == null || reason.isBlank() ? "asked by " + call.user().name() : reason;
    }

    private static Refusal refusal(RunException e, Call call) {
        Refusal.Code code = switch (e.code()) {
            case NOT_FOUND -> Refusal.Code.NOT_FOUND;
            case CONFLICT -> Refusal.Code.CONFLICT;
            case INVALID -> Refusal.Code.REFUSED;
        };
        return new Refusal(
                code, String.valueOf(e.getMessage()), "nothing was changed; aule run show " + call.path("id"));
    }
}
