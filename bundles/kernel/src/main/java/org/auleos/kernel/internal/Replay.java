package org.auleos.kernel.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Query;
import org.auleos.api.run.RunEvent;

/** Folds events of many runs, in ledger order. Used by one thread. */
final class Replay {

    private final Map<String, RunFold> runs = new LinkedHashMap<>();

    /** The run of that id as the ledger has it; empty when it has none. */
    static Optional<RunFold> of(Ledger ledger, String id) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Replay replay = new Replay();
        ledger.read(Query.run(id), replay::on);
        return replay.run(id);
    }

    /** Takes one event; events of no run, and those of unknown types, change nothing. */
    void on(Event event) {
        String id = event.provenance().run();
        if (id.isEmpty()) {
            return;
        }
        RunFold.Stamp at = new RunFold.Stamp(event.sequence(), event.time());
        Optional<RunEvent> run = RunLog.run(event);
        if (run.isPresent() && run.get() instanceof RunEvent.Submitted submitted) {
            runs.putIfAbsent(id, RunFold.of(id, submitted, event.provenance(), event.why(), at));
        } else if (run.isPresent()) {
            runs.computeIfPresent(id, (key, fold) -> fold.apply(run.get(), at));
        } else {
            RunLog.tool(event)
                    .ifPresent(tool -> runs.computeIfPresent(
                            id, (key, fold) -> fold.apply(event.provenance().unit(), tool, at)));
        }
    }

    Optional<RunFold> run(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** The folds, in order of submission. */
    Map<String, RunFold> runs() {
        return runs;
    }
}
