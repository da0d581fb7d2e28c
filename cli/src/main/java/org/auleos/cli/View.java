package org.auleos.cli;

import java.util.List;
import java.util.Optional;
import org.auleos.json.Json;

/**
 * A look at a JSON object of an answer: what is missing reads as empty, so that a newer node may leave things out.
 *
 * @param json the object
 */
record View(Json.Obj json) {

    static View of(Json json) {
        return new View(json instanceof Json.Obj object ? object : Json.empty());
    }

    boolean has(String name) {
        return json.get(name).filter(value -> value != Json.Null.NULL).isPresent();
    }

    /** The text of a member; numbers and truth values as they are written. */
    String text(String name) {
        Optional<Json> value = json.get(name);
        if (value.isEmpty() || value.get() == Json.Null.NULL) {
            return "";
        }
        return value.get() instanceof Json.Str text ? text.value() : value.get().text();
    }

    long number(String name) {
        Json value = json.get(name).orElse(Json.Null.NULL);
        return value instanceof Json.Int whole
                ? whole.value()
                : value instanceof Json.Dec other ? (long) other.value() : 0;
    }

    double fraction(String name) {
        Json value = json.get(name).orElse(Json.Null.NULL);
        return value instanceof Json.Dec other ? other.value() : value instanceof Json.Int whole ? whole.value() : 0;
    }

    boolean yes(String name) {
        return json.get(name).filter(value -> value == Json.Bool.TRUE).isPresent();
    }

    View view(String name) {
        return of(json.get(name).orElse(Json.Null.NULL));
    }

    List<Json> items(String name) {
        return json.get(name).orElse(Json.Null.NULL) instanceof Json.Arr array ? array.items() : List.of();
    }

    List<View> views(String name) {
        return items(name).stream().map(View::of).toList();
    }
}
