package org.auleos.kernel.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
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

    /** Runs that had been over and in which something happened afterwards; true for those that go on. */
    private final Map<String, Boolean> openedAgain = new HashMap<>();

    Recovery(Ledger ledger, RunBook book, RunIds ids) {
        this.ledger = ledger;
        this.book = book;
        this.ids = ids;
    }

    /**
     * Fills the book with runs that are over, and answers those that are not, oldest first. Reads the events of runs once,
     * everything from the beginning of the oldest open run a second time, and those of runs that were opened again by run.
     */
    List<RunFold> unfinished() {
        ledger.read(new Query(1, Long.MAX_VALUE, "", "run", "", Integer.MAX_VALUE), this::sortOut);
        List<RunFold> unfinished = new ArrayList<>(neverOver());
        for (Map.Entry<String, Boolean> run : openedAgain.entrySet()) {
            if (run.getValue() || book.lists(run.getKey())) {
                Replay.of(ledger, run.getKey()).ifPresent(run.getValue() ? unfinished::add : book::past);
            }
        }
        unfinished.sort(Comparator.comparing(RunFold::submitted));
        return unfinished;
    }

    private Collection<RunFold> neverOver() {
        Set<String> open = Set.copyOf(replay.runs().keySet());
        Replay whole = new Replay();
        if (!open.isEmpty()) {
            ledger.read(Query.from(Collections.min(firsts.values())), event -> {
                if (open.contains(event.provenance().run())) {
                    whole.on(event);
                }
            });
        }
        return whole.runs().values();
    }

    private void sortOut(Event event) {
        String id = event.provenance().run();
        ids.used(id);
        firsts.putIfAbsent(id, event.sequence());
        replay.on(event);
        boolean open = replay.run(id).filter(fold -> !fold.state().over()).isPresent();
        if (!open) {
            replay.run(id).ifPresentOrElse(book::past, () -> again(id, event));
            replay.runs().remove(id);
            firsts.remove(id);
        }
    }

    /** Something happened in a run that had been over. */
    private void again(String id, Event event) {
        RunLog.run(event).ifPresent(fact -> {
            if (fact.opensAgain()) {
                openedAgain.put(id, true);
            } else if (fact.ends()) {
                openedAgain.put(id, false);
            }
        });
    }
}
