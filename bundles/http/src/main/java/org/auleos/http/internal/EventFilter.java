package org.auleos.http.internal;

import java.util.function.Predicate;
import org.auleos.api.ledger.Event;
import org.auleos.json.Json;
import org.auleos.json.JsonException;

/**
 * Which events a person asked for beyond what the ledger itself selects by.
 *
 * @param actor who did it, or empty
 * @param tool the tool it is about, or empty
 */
record EventFilter(String actor, String tool) implements Predicate<Event> {

    /** True when everything passes. */
    boolean none() {
        return actor.isEmpty() && tool.isEmpty();
    }

    @Override
    public boolean test(Event event) {
        return (actor.isEmpty() || event.provenance().actor().equals(actor)) && (tool.isEmpty() || isAboutTool(event));
    }

    /** The facts of the call path name their tool as {@code tool} or in {@code pin}. */
    private boolean isAboutTool(Event event) {
        try {
            Json.Obj payload = Json.object(event.payload());
            return payload.text("tool").filter(tool::equals).isPresent()
                    || payload.get("pin")
                            .filter(pin -> pin instanceof Json.Obj named
                                    && named.text("name").filter(tool::equals).isPresent())
                            .isPresent();
        } catch (JsonException e) {
            // A payload that cannot be read is about no tool anybody could name.
            return false;
        }
    }
}
