package org.auleos.http.internal;

import java.util.ArrayList;
import java.util.List;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Head;
import org.auleos.api.ledger.Ledger;
import org.auleos.api.ledger.Query;
import org.auleos.api.ledger.Verification;
import org.auleos.json.Codec;
import org.auleos.json.Json;

/** The ledger: its head, its events, its proof. */
final class LedgerRoutes {

    private static final Codec<Verification> VERIFICATION = Codec.of(Verification.class);
    private static final int CHUNK = 50;
    private static final int PAGE_PAYLOAD_BYTES = 384 << 10;

    private final Ledger ledger;

    LedgerRoutes(Ledger ledger) {
        this.ledger = ledger;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/ledger/head", call -> Answer.ok(head(ledger.head()))),
                Route.get("/ledger/verify", this::verify),
                Route.get("/ledger/events", this::events),
                Route.get("/ledger/events/{sequence}", this::event));
    }

    static Json.Obj head(Head head) {
        return Json.empty()
                .with("node", Json.of(head.node()))
                .with("epoch", Json.of(head.epoch()))
                .with("sequence", Json.of(head.sequence()))
                .with("hash", EventJson.hex(head.hash()));
    }

    private Answer verify(Call call) {
        long from = call.number("from", 1, 1, Long.MAX_VALUE);
        long to = call.number("to", Long.MAX_VALUE, from, Long.MAX_VALUE);
        return Answer.ok(VERIFICATION.write(ledger.verify(from, to)));
    }

    /** A page ends at the limit or when it grows large; {@code next} says from where to go on. */
    private Answer events(Call call) {
        Moments moments = new Moments(ledger);
        long next = Math.max(call.number("from", 1, 1, Long.MAX_VALUE), moments.first(call.query("since"), 1));
        long limit = call.number("limit", 100, 1, Page.LIMIT);
        long until = moments.first(call.query("until"), Long.MAX_VALUE);
        long to = Math.min(call.number("to", Long.MAX_VALUE, 1, Long.MAX_VALUE), until - 1);
        EventFilter filter = new EventFilter(call.query("actor"), call.query("tool"));
        List<Json> items = new ArrayList<>();
        long bytes = 0;
        boolean more = true;
        while (more && items.size() < limit && bytes < PAGE_PAYLOAD_BYTES) {
            List<Event> chunk =
                    chunk(call, next, to, filter.none() ? (int) Math.min(CHUNK, limit - items.size()) : CHUNK);
            for (Event event : chunk) {
                if (items.size() == limit || bytes >= PAGE_PAYLOAD_BYTES) {
                    break;
                }
                next = event.sequence() + 1;
                if (filter.test(event)) {
                    items.add(EventJson.brief(event));
                    bytes += Math.min(event.payload().length, EventJson.INLINE_PAYLOAD_BYTES);
                }
            }
            more = !chunk.isEmpty();
        }
        Json.Obj page = Json.empty().with("items", new Json.Arr(items));
        return Answer.ok(more ? page.with("next", Json.of(next)) : page);
    }

    private List<Event> chunk(Call call, long from, long to, int limit) {
        List<Event> events = new ArrayList<>();
        String type = call.query("type").isEmpty() && !call.query("tool").isEmpty() ? "tool" : call.query("type");
        Query query = new Query(from, to, call.query("run"), type, call.query("text"), limit);
        ledger.read(query, events::add);
        return events;
    }

    private Answer event(Call call) {
        String text = call.path("sequence");
        long sequence = text.matches("[1-9][0-9]{0,17}") ? Long.parseLong(text) : 0;
        List<Event> found = new ArrayList<>();
        if (sequence > 0) {
            ledger.read(new Query(sequence, sequence, "", "", "", 1), found::add);
        }
        if (found.isEmpty()) {
            throw Refusal.notFound(
                    "no event " + text + ", the newest is " + ledger.head().sequence(),
                    "GET /api/v1/ledger/events lists them");
        }
        return Answer.ok(EventJson.whole(found.get(0)));
    }
}
