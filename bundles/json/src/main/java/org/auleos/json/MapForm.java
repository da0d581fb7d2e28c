package org.auleos.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map from strings; it keeps the order the members came in.
 *
 * @param value the form of a value
 */
record MapForm(Form value) implements Form {

    @Override
    public Object read(Json json, Mode mode) {
        if (!(json instanceof Json.Obj object)) {
            throw Mismatch.expected("an object", json);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        object.members().forEach((name, member) -> map.put(name, member(name, member, mode)));
        return Collections.unmodifiableMap(map);
    }

    private Object member(String name, Json json, Mode mode) {
        try {
            return value.read(json, mode);
        } catch (Mismatch e) {
            throw e.in(name);
        }
    }

    @Override
    public Json write(Object map) {
        Map<String, Json> members = new LinkedHashMap<>();
        ((Map<?, ?>) map).forEach((name, member) -> members.put((String) name, value.write(member)));
        return new Json.Obj(members);
    }

    @Override
    public void write(Object map, Utf8Writer out) {
        JsonText.canonical(write(map), out, 0);
    }

    @Override
    public Json.Obj schema() {
        return Scalars.schema("object").with("additionalProperties", value.schema());
    }
}
