package org.auleos.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Predicate;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Query;

/** Tells which events a query asks for, its range and limit aside. */
final class Matcher implements Predicate<Event> {

    private final Query query;

    Matcher(Query query) {
        this.query = query;
    }

    @Override
    public boolean test(Event event) {
        return isOfRun(event) && isOfType(event.type()) && hasText(event);
    }

    private boolean isOfRun(Event event) {
        return query.run().isEmpty() || query.run().equals(event.provenance().run());
    }

    private boolean isOfType(String type) {
        String wanted = query.type();
        return wanted.isEmpty() || type.equals(wanted) || type.startsWith(wanted + ".");
    }

    private boolean hasText(Event event) {
        String text = query.text();
        return text.isEmpty() || event.why().contains(text) || new String(event.payload(), UTF_8).contains(text);
    }
}
