package org.auleos.http.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of the REST contract.
 *
 * @param method in upper case
 * @param template path below {@code /api/v1}, e.g. {@code /runs/{id}}
 * @param access who may use it
 * @param handler does it
 */
record Route(String method, String template, Access access, Handler handler) {

    /** Serves one call on the request's thread. */
    @FunctionalInterface
    interface Handler {
        Answer serve(Call call) throws InterruptedException;
    }

    static Route get(String template, Handler handler) {
        return new Route("GET", template, Access.VIEWER, handler);
    }

    static Route post(String template, Access access, Handler handler) {
        return new Route("POST", template, access, handler);
    }

    /** The values of the template's names when the path fits. */
    Optional<Map<String, String>> match(List<String> segments) {
        List<String> wanted = segments(template);
        if (wanted.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i);
            if (name.startsWith("{")) {
                values.put(name.substring(1, name.length() - 1), segments.get(i));
            } else if (!name.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
