package org.auleos.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A list or a set. Sets are written in the order of their elements' canonical texts, so that equal sets have equal bytes.
 *
 * @param item the form of an element
 * @param unique true for a set; a repeated element is refused
 */
record ListForm(Form item, boolean unique) implements Form {

    @Override
    public Object read(Json json, Mode mode) {
        if (!(json instanceof Json.Arr array)) {
            throw Mismatch.expected("an array", json);
        }
        List<Object> values = new ArrayList<>(array.items().size());
        for (Json element : array.items()) {
            values.add(element(element, values.size(), mode));
        }
        return unique ? set(values) : List.copyOf(values);
    }

    private Object element(Json json, int index, Mode mode) {
        try {
            return item.read(json, mode);
        } catch (Mismatch e) {
            throw e.at(index);
        }
    }

    private static Set<Object> set(List<Object> values) {
        Set<Object> set = new LinkedHashSet<>();
        for (Object value : values) {
            if (!set.add(value)) {
                throw new Mismatch("the same element twice; expected each once").at(set.size());
            }
        }
        return Collections.unmodifiableSet(set);
    }

    @Override
    public Json write(Object value) {
        List<Json> items = new ArrayList<>();
        for (Object element : (Collection<?>) value) {
            items.add(item.write(element));
        }
        if (unique) {
            items.sort(Comparator.comparing(Json::text));
        }
        return new Json.Arr(items);
    }

    @Override
    public void write(Object value, Utf8Writer out) {
        if (unique) {
            JsonText.canonical(write(value), out, 0);
            return;
        }
        out.plain('[');
        boolean first = true;
        for (Object element : (Collection<?>) value) {
            if (!first) {
                out.plain(',');
            }
            first = false;
            item.write(element, out);
        }
        out.plain(']');
    }

    @Override
    public Json.Obj schema() {
        Json.Obj schema = Scalars.schema("array").with("items", item.schema());
        return unique ? schema.with("uniqueItems", Json.of(true)) : schema;
    }
}
