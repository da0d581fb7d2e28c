package org.auleos.http.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.auleos.json.Json;

/** A part of a list: {@code {"items":[…],"next":OFFSET}}, where {@code next} is there when more follow. */
final class Page {

    static final int LIMIT = 1_000;
    private static final int DEFAULT_LIMIT = 100;
    private static final int LAST_OFFSET = 100_000;

    private final int limit;
    private final int offset;

    private Page(int limit, int offset) {
        this.limit = limit;
        this.offset = offset;
    }

    /** From {@code ?limit=&offset=}. */
    static Page of(Call call) {
        return new Page(
                (int) call.number("limit", DEFAULT_LIMIT, 1, LIMIT), (int) call.number("offset", 0, 0, LAST_OFFSET));
    }

    /** How many of the list's first elements are needed to serve this page and to know whether more follow. */
    int needed() {
        return offset + limit + 1;
    }

    <T> Answer answer(List<T> all, Function<T, Json> write) {
        int from = Math.min(offset, all.size());
        int to = Math.min(from + limit, all.size());
        List<Json> items = new ArrayList<>();
        all.subList(from, to).forEach(item -> items.add(write.apply(item)));
        Json.Obj page = Json.empty().with("items", new Json.Arr(items));
        return Answer.ok(to < all.size() ? page.with("next", Json.of(to)) : page);
    }
}
