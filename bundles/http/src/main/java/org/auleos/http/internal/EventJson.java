package org.auleos.http.internal;

import java.util.HexFormat;
import org.auleos.api.ledger.Event;
import org.auleos.api.ledger.Provenance;
import org.auleos.json.Json;
import org.auleos.json.JsonException;

/** Ledger events as JSON. */
final class EventJson {

    /** Larger payloads are left out where many events are shown, so that an answer stays of modest size. */
    static final int INLINE_PAYLOAD_BYTES = 64 << 10;

    private EventJson() {}

    /** For lists and streams: what happened, when, to what, why. */
    static Json.Obj brief(Event event) {
        Provenance provenance = event.provenance();
        Json.Obj json = Json.empty()
                .with("sequence", Json.of(event.sequence()))
                .with("time", Json.of(event.time().toString()))
                .with("type", Json.of(event.type()))
                .with("actor", Json.of(provenance.actor()))
                .with("run", Json.of(provenance.run()))
                .with("unit", Json.of(provenance.unit()))
                .with("why", Json.of(event.why()));
        return event.payload().length > INLINE_PAYLOAD_BYTES
                ? json.with("payloadOmittedBytes", Json.of(event.payload().length))
                : json.with("payload", payload(event));
    }

    /** Everything, for one event. */
    static Json.Obj whole(Event event) {
        Provenance provenance = event.provenance();
        return brief(event)
                .with("payload", payload(event))
                .with("version", Json.of(event.version()))
                .with("node", Json.of(event.node()))
                .with("epoch", Json.of(event.epoch()))
                .with("tenant", Json.of(provenance.tenant()))
                .with("onBehalfOf", Json.of(provenance.onBehalfOf()))
                .with("door", Json.of(provenance.origin().door()))
                .with("address", Json.of(provenance.origin().address()))
                .with("cause", Json.of(provenance.cause()))
                .with("taint", Json.strings(provenance.taint()))
                .with("payloadHash", hex(event.payloadHash()))
                .with("previous", hex(event.previous()))
                .with("hash", hex(event.hash()));
    }

    static Json hex(byte[] bytes) {
        return Json.of(HexFormat.of().formatHex(bytes));
    }

    /** A payload nobody here can read is shown as what it is: bytes. */
    private static Json payload(Event event) {
        try {
            return Json.parse(event.payload());
        } catch (JsonException e) {
            return Json.empty().with("unreadable", hex(event.payload()));
        }
    }
}
