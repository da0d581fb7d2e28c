package org.auleos.kernel.internal;

import java.time.Clock;
import java.util.Optional;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.run.RunEvent;
import org.auleos.api.tool.ToolEvent;
import org.auleos.json.Family;

/** Writes run events into the ledger, and reads events of runs back. Stateless. */
final class RunLog {

    private static final String RUN_PREFIX = "run.";
    private static final String TOOL_PREFIX = "tool.";

    private static final Family<RunEvent> RUNS = Family.of(RunEvent.class);
    private static final Family<ToolEvent> TOOLS = Family.of(ToolEvent.class);

    private final Ledger ledger;
    private final Clock clock;

    RunLog(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    Ledger ledger() {
        return ledger;
    }

    Clock clock() {
        return clock;
    }

    /** Queues an event; the reason is one sentence or empty. */
    Receipt append(RunEvent event, Provenance provenance, String why) {
        return ledger.append(new Draft(RUNS.name(event), RUNS.version(event), provenance, why, RUNS.write(event)));
    }

    static Optional<RunEvent> run(Event event) {
        return event.type().startsWith(RUN_PREFIX)
                ? RUNS.read(event.type(), event.version(), event.payload())
                : Optional.empty();
    }

    static Optional<ToolEvent> tool(Event event) {
        return event.type().startsWith(TOOL_PREFIX)
                ? TOOLS.read(event.type(), event.version(), event.payload())
                : Optional.empty();
    }
}
