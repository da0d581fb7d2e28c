package org.auleos.kernel.internal;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Query;

/** Rebuilds the book of runs from the ledger after a start. Used once, by one thread. */
final class Recovery {

    private final Ledger ledger;
    private final RunBook book;
    private final RunIds ids;
    private final Replay replay = new Replay();
    private final Map<String, Long> firsts = new HashMap<>();

    Recovery(Ledger ledger, RunBook book, RunIds ids) {
        this.ledger = ledger;
        this.book = book;
        this.ids = ids;
    }

    /**
     * Fills the book with runs that are over, and answers those that are not, oldest first. Reads the events of runs once, and
     * everything from the beginning of the oldest open run a second time.
     */
    List<RunFold> unfinished() {
        ledger.read(new Query(1, Long.MAX_VALUE, "", "run", "", Integer.MAX_VALUE), this::sortOut);
        Set<String> open = Set.copyOf(replay.runs().keySet());
        if (open.isEmpty()) {
            return List.of();
        }
        Replay whole = new Replay();
        ledger.read(Query.from(Collections.min(firsts.values())), event -> {
            if (open.contains(event.provenance().run())) {
                whole.on(event);
            }
        });
        return List.copyOf(whole.runs().values());
    }

    private void sortOut(Event event) {
        String id = event.provenance().run();
        ids.used(id);
        firsts.putIfAbsent(id, event.sequence());
        replay.on(event);
        boolean open = replay.run(id).filter(fold -> !fold.state().over()).isPresent();
        if (!open) {
            replay.run(id).ifPresent(book::past);
            replay.runs().remove(id);
            firsts.remove(id);
        }
    }
}
