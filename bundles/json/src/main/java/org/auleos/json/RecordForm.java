package org.auleos.json;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record as an object with a member a component. Immutable. */
final class RecordForm implements Form {

    private final MethodHandle constructor;
    private final Member[] members;
    private final Member[] sorted;

    /** The constructor has the type {@code (Object[])Object}; the members stand in its order. */
    RecordForm(MethodHandle constructor, List<Member> members) {
        this.constructor = constructor;
        this.members = members.toArray(Member[]::new);
        this.sorted =
                members.stream().sorted(Comparator.comparing(Member::name)).toArray(Member[]::new);
    }

    @Override
    public Object read(Json json, Mode mode) {
        if (!(json instanceof Json.Obj object)) {
            throw Mismatch.expected("an object", json);
        }
        return read(object.members(), mode, 0);
    }

    /** Reads the components out of an object that may have further members which the caller knows. */
    Object read(Map<String, Json> object, Mode mode, int known) {
        @Nullable Object[] arguments = new Object[members.length];
        int found = known;
        for (int i = 0; i < members.length; i++) {
            Json json = object.get(members[i].name());
            found += json == null ? 0 : 1;
            arguments[i] = members[i].read(json, mode);
        }
        if (found != object.size() && mode == Mode.STRICT) {
            throw unknown(object);
        }
        return construct(arguments);
    }

    private Object construct(@Nullable Object[] arguments) {
        try {
            return (Object) constructor.invokeExact(arguments);
        } catch (IllegalArgumentException e) {
            throw new Mismatch(String.valueOf(e.getMessage())); // the record's own check of its components
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a record's constructor throws a checked exception", e);
        }
    }

    private Mismatch unknown(Map<String, Json> object) {
        List<String> names = Arrays.stream(members).map(Member::name).toList();
        String stranger = object.keySet().stream()
                .filter(name -> !names.contains(name) && !name.equals(SealedForm.TAG))
                .findFirst()
                .orElse(SealedForm.TAG);
        return new Mismatch("is unknown; expected "
                        + (names.isEmpty() ? "no member" : names.stream().collect(Collectors.joining(", "))))
                .in(stranger);
    }

    @Override
    public Json write(Object value) {
        return new Json.Obj(tree(value, new LinkedHashMap<>()));
    }

    /** Adds the components to members the caller has written already. */
    Map<String, Json> tree(Object value, Map<String, Json> object) {
        for (Member member : members) {
            Object component = member.of(value);
            if (component != null) {
                object.put(member.name(), member.write(component));
            }
        }
        return object;
    }

    @Override
    public void write(Object value, Utf8Writer out) {
        char before = '{';
        for (Member member : sorted) {
            Object component = member.of(value);
            if (component != null) {
                out.plain(before);
                member.write(component, out);
                before = ',';
            }
        }
        out.plain(before == '{' ? "{}" : "}");
    }

    @Override
    public Json.Obj schema() {
        return schema(Json.empty());
    }

    /** The schema with further properties, all required, before the components. */
    Json.Obj schema(Json.Obj before) {
        Map<String, Json> properties = new LinkedHashMap<>(before.members());
        List<String> required = new ArrayList<>(before.members().keySet());
        for (Member member : members) {
            properties.put(member.name(), member.schema());
            Stream.of(member).filter(Member::required).map(Member::name).forEach(required::add);
        }
        return Scalars.schema("object")
                .with("properties", new Json.Obj(properties))
                .with("required", Json.strings(required))
                .with("additionalProperties", Json.of(false));
    }
}
