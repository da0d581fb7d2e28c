package org.auleos.toolbox.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.ledger.Query;
import org.auleos.api.tool.ToolEvent;
import org.auleos.json.Json;
import org.jspecify.annotations.Nullable;

/** Looks recorded calls up. Thread-safe. */
final class History {

    private final Ledger ledger;

    History(Ledger ledger) {
        this.ledger = ledger;
    }

    /** An intent as it was recorded. */
    record Intent(long sequence, ToolEvent.Intended event, Provenance provenance) {}

    /** The intent of that sequence; empty when something else, or nothing, stands there. */
    Optional<Intent> intent(long sequence) {
        AtomicReference<@Nullable Intent> found = new AtomicReference<>();
        ledger.read(
                new Query(sequence, sequence, "", "", "", 1),
                event -> decoded(event)
                        .filter(ToolEvent.Intended.class::isInstance)
                        .map(ToolEvent.Intended.class::cast)
                        .ifPresent(intended -> found.set(new Intent(sequence, intended, event.provenance()))));
        return Optional.ofNullable(found.get());
    }

    /** What the call answered; empty when it did not get so far. */
    Optional<Json> output(Intent intent) {
        AtomicReference<@Nullable Json> found = new AtomicReference<>();
        Query after = new Query(
                intent.sequence + 1, Long.MAX_VALUE, intent.provenance.run(), "tool.completed", "", Integer.MAX_VALUE);
        ledger.read(after, event -> {
            if (event.provenance().cause() == intent.sequence) {
                decoded(event)
                        .filter(ToolEvent.Completed.class::isInstance)
                        .flatMap(completed ->
                                ((ToolEvent.Completed) completed).result().output())
                        .ifPresent(found::set);
            }
        });
        return Optional.ofNullable(found.get());
    }

    private static Optional<ToolEvent> decoded(Event event) {
        return Recorder.EVENTS.read(event.type(), event.version(), event.payload());
    }
}
