package org.auleos.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The cases of a sealed event interface by their stored names. Immutable. */
final class EventFamily implements Family<Object> {

    private final Map<String, Case> byName;
    private final Map<Class<?>, Case> byType;

    private EventFamily(Map<String, Case> byName, Map<Class<?>, Case> byType) {
        this.byName = Map.copyOf(byName);
        this.byType = Map.copyOf(byType);
    }

    /** One case. */
    private record Case(String name, int version, RecordForm form) {}

    static EventFamily of(Class<?> sealed) {
        if (!sealed.isSealed() || !sealed.isInterface()) {
            throw new IllegalArgumentException(sealed.getName() + ": expected a sealed interface of @Named records");
        }
        Map<String, Case> byName = new HashMap<>();
        Map<Class<?>, Case> byType = new HashMap<>();
        for (Class<?> type : Reflection.cases(sealed)) {
            Case one = compile(type);
            if (byName.put(one.name, one) != null) {
                throw new IllegalArgumentException(sealed.getName() + ": two cases are named " + one.name);
            }
            byType.put(type, one);
        }
        return new EventFamily(byName, byType);
    }

    private static Case compile(Class<?> type) {
        Named named = type.getAnnotation(Named.class);
        if (named == null) {
            throw new IllegalArgumentException(type.getName() + ": expected @Named with its stored name");
        }
        return new Case(named.value(), named.version(), new FormCompiler().record(type));
    }

    @Override
    public String name(Object event) {
        return of(event).name;
    }

    @Override
    public int version(Object event) {
        return of(event).version;
    }

    @Override
    public byte[] write(Object event) {
        Utf8Writer out = new Utf8Writer();
        of(event).form.write(event, out);
        return out.bytes();
    }

    @Override
    public Optional<Object> read(String name, int version, byte[] payload) {
        Case one = byName.get(name);
        if (one == null || version > one.version) {
            return Optional.empty();
        }
        Json json = JsonText.parse(payload, JsonText.MAX_STORED_BYTES, JsonText.MAX_STORED_DEPTH);
        try {
            return Optional.of(one.form.read(json, Form.Mode.LENIENT));
        } catch (Mismatch e) {
            throw e.exception();
        }
    }

    private Case of(Object event) {
        return Objects.requireNonNull(byType.get(event.getClass()), "not a case of this family");
    }
}
