package org.auleos.kernel.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Provenance;
import org.auleos.api.ledger.Query;
import org.auleos.api.run.RunEvent;
import org.auleos.api.run.UndoRequest;
import org.auleos.api.tool.ToolEvent;
import org.auleos.api.tool.ToolPin;

/** What a run did to the world and what of it was taken back: a fold over its durable events, in order. Used by one thread. */
final class Effects {

    private final Map<String, ToolPin> pins = new HashMap<>();
    private final Map<Long, Effect> byIntent = new LinkedHashMap<>();
    private final Map<String, Long> ends = new HashMap<>();

    /** Intents whose effect is certainly not there: it was taken back, or never came to be. */
    private final Set<Long> absent = new HashSet<>();

    private Optional<Asked> asked = Optional.empty();

    private Effects() {}

    /**
     * A call that announced an effect.
     *
     * @param intent sequence of its announcement
     */
    record Effect(long intent, String unit, ToolEvent.Intended event) {}

    /** Who asked for all of it to be taken back, and how. */
    record Asked(UndoRequest request, Provenance by) {}

    static Effects of(Ledger ledger, String run) {
        Effects effects = new Effects();
        ledger.read(Query.run(run), event -> {
            RunLog.tool(event).ifPresent(fact -> effects.tool(event, fact));
            RunLog.run(event).ifPresent(fact -> effects.run(event, fact));
        });
        return effects;
    }

    private void tool(Event event, ToolEvent fact) {
        if (fact instanceof ToolEvent.Intended intended) {
            pins.putIfAbsent(intended.pin().name(), intended.pin());
            byIntent.put(
                    event.sequence(),
                    new Effect(event.sequence(), event.provenance().unit(), intended));
        } else if (fact instanceof ToolEvent.Called called) {
            pins.putIfAbsent(called.pin().name(), called.pin());
        } else if (fact instanceof ToolEvent.Undone undone
                && undone.result().state().equals("done")) {
            absent.add(event.provenance().cause());
        } else if (fact instanceof ToolEvent.Probed probed && probed.finding().equals("not_applied")) {
            absent.add(event.provenance().cause());
        }
    }

    private void run(Event event, RunEvent fact) {
        if (fact instanceof RunEvent.UnitFinished over) {
            ends.put(over.unit(), event.sequence());
        } else if (fact instanceof RunEvent.UnitResolved resolved) {
            ends.put(resolved.unit(), event.sequence());
            if (!resolved.resolution().applied()) {
                newest(resolved.unit()).ifPresent(effect -> absent.add(effect.intent()));
            }
        } else if (fact instanceof RunEvent.UndoRequested requested) {
            asked = Optional.of(new Asked(requested.request(), event.provenance()));
        }
    }

    /** The versions the run began with. */
    Collection<ToolPin> pins() {
        return pins.values();
    }

    /** The last call of a unit that announced an effect. */
    Optional<Effect> newest(String unit) {
        return byIntent.values().stream()
                .filter(effect -> effect.unit().equals(unit))
                .reduce((first, second) -> second);
    }

    /** The newest request to take it back. */
    Optional<Asked> asked() {
        return asked;
    }

    /**
     * The effects that may still be there, newest first.
     *
     * @param to a unit: only what was announced after its end; empty for all
     */
    List<Effect> standing(String to) {
        long after = to.isEmpty() ? 0 : ends.getOrDefault(to, Long.MAX_VALUE);
        List<Effect> standing = new ArrayList<>();
        for (Effect effect : byIntent.values()) {
            if (effect.intent() > after && !absent.contains(effect.intent())) {
                standing.add(0, effect);
            }
        }
        return standing;
    }
}
