package org.auleos.http.internal;

import java.util.Map;
import org.auleos.api.identity.User;
import org.auleos.api.ledger.Origin;
import org.auleos.api.ledger.Provenance;
import org.auleos.json.Codec;
import org.auleos.json.Json;
import org.auleos.json.JsonException;

/**
 * A request that passed the gate, as a route sees it.
 *
 * @param user who asks
 * @param origin the door and the address
 * @param path values of the template's names
 * @param query query parameters, the first value of each
 * @param body as received, empty for none
 * @param lastEventId of the header, or empty
 */
record Call(
        User user,
        Origin origin,
        Map<String, String> path,
        Map<String, String> query,
        byte[] body,
        String lastEventId) {

    String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("the route's template has no {" + name + "}");
        }
        return value;
    }

    String query(String name) {
        return query.getOrDefault(name, "");
    }

    /** A whole number from the query, or its default; refused outside the range. */
    long number(String name, long fallback, long least, long most) {
        String text = query(name);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw outOfRange(name, text, least, most);
        }
        throw outOfRange(name, text, least, most);
    }

    /** The body as a record; strictly, an unknown member is refused. */
    <T> T body(Codec<T> codec) {
        try {
            return codec.read(body.length == 0 ? Json.empty() : Json.object(body));
        } catch (JsonException | IllegalArgumentException e) {
            throw Refusal.badRequest("body: " + e.getMessage(), "GET /api/v1/openapi.yaml describes every body");
        }
    }

    Provenance provenance() {
        return Provenance.person(user.name(), origin);
    }

    private static Refusal outOfRange(String name, String text, long least, long most) {
        String top = most == Long.MAX_VALUE ? "" : " to " + most;
        return Refusal.badRequest(
                name + "=" + text + ": expected a whole number from " + least + top, "correct the query parameter");
    }
}
