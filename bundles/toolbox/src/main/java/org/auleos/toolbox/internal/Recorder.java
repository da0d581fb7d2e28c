package org.auleos.toolbox.internal;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.auleos.api.ledger.Draft;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.ledger.Receipt;
import org.auleos.api.tool.ToolEvent;
import org.auleos.api.tool.ToolPin;
import org.auleos.json.Family;

/** Writes what happens to tools into the ledger. Thread-safe. */
final class Recorder {

    static final Family<ToolEvent> EVENTS = Family.of(ToolEvent.class);

    private final Set<ToolPin> appeared = ConcurrentHashMap.newKeySet();
    private final Ledger ledger;
    private final Duration limit;

    /** The limit is how long a caller waits for the disk. */
    Recorder(Ledger ledger, Duration limit) {
        this.ledger = ledger;
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }

    /** Queues an event. */
    Receipt queue(ToolEvent event, Provenance provenance) {
        return ledger.append(draft(event, provenance));
    }

    /** Returns its sequence once it is durable. */
    long durable(ToolEvent event, Provenance provenance) throws InterruptedException {
        return queue(event, provenance).await(limit);
    }

    /** An event, encoded once. */
    static Draft draft(ToolEvent event, Provenance provenance) {
        return new Draft(EVENTS.name(event), EVENTS.version(event), provenance, "", EVENTS.write(event));
    }

    Receipt queue(Draft draft) {
        return ledger.append(draft);
    }

    /** Records a version and its schemas before its first call in this process. */
    void appeared(ToolVersion version) {
        if (appeared.add(version.pin())) {
            CompiledTool tool = version.compiled();
            queue(
                    new ToolEvent.Appeared(
                            version.pin(), tool.input().schema(), tool.output().schema()),
                    Provenance.KERNEL);
        }
    }

    /** Records that a version is gone, if the ledger knows it. */
    void disappeared(ToolPin pin) {
        if (appeared.remove(pin)) {
            queue(new ToolEvent.Disappeared(pin), Provenance.KERNEL);
        }
    }
}
