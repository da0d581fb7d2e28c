package org.auleos.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A sealed interface of records, told apart by a member {@value #TAG}. Immutable. */
final class SealedForm implements Form {

    static final String TAG = "type";

    private final Map<String, RecordForm> byTag;
    private final Map<Class<?>, String> tags;

    SealedForm(Map<Class<?>, String> tags, Map<String, RecordForm> byTag) {
        this.tags = Map.copyOf(tags);
        this.byTag = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byTag));
    }

    @Override
    public Object read(Json json, Mode mode) {
        if (!(json instanceof Json.Obj object)) {
            throw Mismatch.expected("an object", json);
        }
        Json tag = object.members().get(TAG);
        RecordForm form = tag instanceof Json.Str text ? byTag.get(text.value()) : null;
        if (form == null) {
            String expected = "one of " + String.join(", ", byTag.keySet());
            throw (tag == null ? new Mismatch("is missing; expected " + expected) : Mismatch.expected(expected, tag))
                    .in(TAG);
        }
        return form.read(object.members(), mode, 1);
    }

    @Override
    public Json write(Object value) {
        String tag = Objects.requireNonNull(tags.get(value.getClass()), "not a case of the sealed interface");
        Map<String, Json> members = new LinkedHashMap<>();
        members.put(TAG, Json.of(tag));
        return new Json.Obj(Objects.requireNonNull(byTag.get(tag)).tree(value, members));
    }

    @Override
    public void write(Object value, Utf8Writer out) {
        JsonText.canonical(write(value), out, 0);
    }

    @Override
    public Json.Obj schema() {
        List<Json> cases = new ArrayList<>();
        byTag.forEach((tag, form) ->
                cases.add(form.schema(Json.empty().with(TAG, Json.empty().with("const", Json.of(tag))))));
        return Json.empty().with("oneOf", new Json.Arr(cases));
    }
}
