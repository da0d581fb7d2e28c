package org.auleos.kernel.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Query;
import org.auleos.api.tool.ToolEvent;
import org.auleos.api.tool.ToolPin;

/** What a run did to the world: a fold over the durable events of its tools, in order. Used by one thread. */
final class Effects {

    private final Map<String, ToolPin> pins = new HashMap<>();
    private final Map<Long, Effect> byIntent = new LinkedHashMap<>();

    private Effects() {}

    /**
     * A call that announced an effect.
     *
     * @param intent sequence of its announcement
     */
    record Effect(long intent, String unit, ToolEvent.Intended event) {}

    static Effects of(Ledger ledger, String run) {
        Effects effects = new Effects();
        ledger.read(new Query(1, Long.MAX_VALUE, run, "tool", "", Integer.MAX_VALUE), effects::on);
        return effects;
    }

    private void on(Event event) {
        RunLog.tool(event).ifPresent(fact -> {
            if (fact instanceof ToolEvent.Intended intended) {
                pins.putIfAbsent(intended.pin().name(), intended.pin());
                byIntent.put(
                        event.sequence(),
                        new Effect(event.sequence(), event.provenance().unit(), intended));
            } else if (fact instanceof ToolEvent.Called called) {
                pins.putIfAbsent(called.pin().name(), called.pin());
            }
        });
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
}
