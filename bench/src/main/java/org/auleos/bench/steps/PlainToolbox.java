package org.auleos.bench.steps;

import java.util.List;
import java.util.Optional;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.tool.Outcome;
import org.auleos.api.tool.ToolCall;
import org.auleos.api.tool.ToolDescription;
import org.auleos.api.tool.ToolEvent;
import org.auleos.api.tool.ToolPin;
import org.auleos.api.tool.Toolbox;
import org.auleos.api.tool.UndoCall;
import org.auleos.json.Family;
import org.auleos.json.Json;

/** One tool that counts. */
final class PlainToolbox implements Toolbox {

    private static final Family<ToolEvent> EVENTS = Family.of(ToolEvent.class);
    private static final ToolPin PIN = new ToolPin("bench.count", "1.0.0", "0".repeat(64));

    private final Ledger ledger;

    PlainToolbox(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Outcome call(ToolCall call) {
        long number =
                call.input().get("number").map(it -> ((Json.Int) it).value()).orElseThrow();
        Json.Obj output = Json.empty().with("number", Json.of(number + 1));
        ToolEvent event = new ToolEvent.Called(
                PIN,
                call.key(),
                call.attempt(),
                "sha256:0123456789abcdef",
                call.input(),
                List.of(),
                new ToolEvent.Result("done", Optional.of(output), Optional.empty(), Optional.empty()),
                3);
        ledger.append(new Draft(EVENTS.name(event), EVENTS.version(event), call.provenance(), "", EVENTS.write(event)));
        return new Outcome.Done(output);
    }

    @Override
    public void settle(String run) {}

    @Override
    public Outcome undo(UndoCall undo) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ToolDescription> tools() {
        return List.of();
    }

    @Override
    public Optional<ToolDescription> tool(String name) {
        return Optional.empty();
    }

    @Override
    public void release(String run) {}
}
