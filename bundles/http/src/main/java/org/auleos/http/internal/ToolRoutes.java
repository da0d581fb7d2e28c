package org.auleos.http.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.ledger.Query;
import org.auleos.api.policy.Capability;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.tool.ToolDescription;
import org.auleos.api.tool.Toolbox;
import org.auleos.api.tool.UndoCall;
import org.auleos.json.Codec;
import org.auleos.json.Json;
import org.jspecify.annotations.Nullable;

/** Tools: what there is, calling one, taking a call back. */
final class ToolRoutes {

    /** What a person hands to a call they make themselves: all they may do, because the exact input is theirs too. */
    private static final Set<Capability> OWN_AUTHORITY = Set.of(Capability.of("*:*"), Capability.of("*:*:**"));

    private static final Codec<ToolDescription> TOOL = Codec.of(ToolDescription.class);
    private static final Codec<CallRequest> CALL = Codec.of(CallRequest.class);
    private static final Codec<UndoRequest> UNDO = Codec.of(UndoRequest.class);

    private final Toolbox toolbox;
    private final Ledger ledger;
    private final RandomGenerator random;

    ToolRoutes(Toolbox toolbox, Ledger ledger, RandomGenerator random) {
        this.toolbox = toolbox;
        this.ledger = ledger;
        this.random = random;
    }

    /**
     * A call a person makes.
     *
     * @param grants what it is granted; left out, everything the person may
     */
    record CallRequest(Json.@Nullable Obj input, @Nullable Set<Capability> grants) {}

    /**
     * A call to be taken back.
     *
     * @param intent sequence of its {@code tool.intended} event
     */
    record UndoRequest(long intent) {}

    List<Route> routes() {
        return List.of(
                Route.get("/tools", call -> Page.of(call).answer(toolbox.tools(), TOOL::write)),
                Route.post("/tools/undo", Access.OPERATOR, this::undo),
                Route.get("/tools/{name}", call -> Answer.ok(TOOL.write(tool(call.path("name"))))),
                Route.post("/tools/{name}/call", Access.OPERATOR, this::call));
    }

    private ToolDescription tool(String name) {
        return toolbox.tool(name)
                .orElseThrow(() ->
                        Refusal.notFound("no tool \"" + name + "\"", "GET /api/v1/tools (aule tool list) lists them"));
    }

    private Answer call(Call call) throws InterruptedException {
        ToolDescription tool = tool(call.path("name"));
        CallRequest request = call.body(CALL);
        String id = "c-" + Long.toUnsignedString(random.nextLong() >>> 1, 36);
        Outcome outcome;
        try {
            outcome = toolbox.call(new ToolCall(
                    tool.pin().name(),
                    request.input() == null ? Json.empty() : request.input(),
                    call.provenance().withRun(id),
                    request.grants() == null ? OWN_AUTHORITY : request.grants(),
                    id,
                    1,
                    tool.timeout(),
                    ToolCall.Watch.NONE));
            toolbox.settle(id);
        } finally {
            toolbox.release(id);
        }
        return Answer.ok(withIntent(OutcomeJson.of(outcome).with("call", Json.of(id)), id, tool));
    }

    private Json withIntent(Json.Obj answer, String run, ToolDescription tool) {
        List<Event> intents = new ArrayList<>();
        ledger.read(new Query(1, Long.MAX_VALUE, run, "tool.intended", "", 1), intents::add);
        return intents.isEmpty()
                ? answer
                : answer.with("intent", Json.of(intents.get(0).sequence()))
                        .with("undoable", Json.of(tool.reversible()));
    }

    private Answer undo(Call call) throws InterruptedException {
        long intent = call.body(UNDO).intent();
        List<Event> events = new ArrayList<>();
        if (intent > 0) {
            ledger.read(new Query(intent, intent, "", "tool.intended", "", 1), events::add);
        }
        if (events.isEmpty()) {
            throw Refusal.notFound(
                    "event " + intent + " is no tool.intended",
                    "GET /api/v1/ledger/events?type=tool.intended lists the calls that can be taken back");
        }
        Provenance by =
                call.provenance().withRun(events.get(0).provenance().run()).withCause(intent);
        Outcome outcome = toolbox.undo(new UndoCall(intent, by, OWN_AUTHORITY, ToolCall.Watch.NONE));
        return Answer.ok(OutcomeJson.of(outcome).with("intent", Json.of(intent)));
    }
}
