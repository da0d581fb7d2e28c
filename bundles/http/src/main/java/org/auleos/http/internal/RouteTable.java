package org.auleos.http.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All routes; finds the one a request means. Immutable. */
final class RouteTable {

    private final List<Route> routes;

    RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    List<Route> routes() {
        return routes;
    }

    /** A route and the values of its template. */
    record Match(Route route, Map<String, String> values) {}

    /** Literal templates win over ones with names because they stand first in the table. */
    Match find(String method, String path) {
        List<String> segments = Route.segments(path);
        List<String> others = new ArrayList<>();
        for (Route route : routes) {
            Optional<Map<String, String>> values = route.match(segments);
            if (values.isPresent()) {
                if (route.method().equals(method)) {
                    return new Match(route, values.get());
                }
                others.add(route.method());
            }
        }
        if (others.isEmpty()) {
            throw Refusal.notFound("no route " + path, "GET /api/v1/openapi.yaml lists all routes");
        }
        throw new Refusal(
                Refusal.Code.METHOD_NOT_ALLOWED,
                method + " " + path + ": expected " + String.join(" or ", others),
                "use one of these methods");
    }
}
