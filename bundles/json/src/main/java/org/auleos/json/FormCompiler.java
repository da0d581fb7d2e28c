package org.auleos.json;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns Java types into forms, once a type. Confined to one thread. */
final class FormCompiler {

    /** The records around the one being compiled, outermost first. */
    private final Deque<Class<?>> around = new ArrayDeque<>();

    /** Throws {@code IllegalArgumentException} naming the component that has no JSON form. */
    Form form(Type type) {
        Optional<Form> scalar = Scalars.of(type);
        if (scalar.isPresent()) {
            return scalar.get();
        }
        return type instanceof ParameterizedType generic ? generic(generic) : plain(type);
    }

    private Form plain(Type type) {
        if (!(type instanceof Class<?> raw)) {
            throw noForm(type, "a type variable or wildcard says nothing at run time");
        }
        if (raw.isEnum()) {
            return Scalars.enumeration(raw); // its constants' names, whatever its own of(String) reads
        }
        Optional<Form> written = Reflection.factory(raw).map(Scalars::written);
        if (written.isPresent()) {
            return written.get();
        } else if (raw.isRecord()) {
            return record(raw);
        } else if (raw.isSealed() && raw.isInterface()) {
            return sealed(raw);
        }
        throw noForm(type, "expected a record, an enum, a sealed interface of records, or a type Codec names");
    }

    private Form generic(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return new ListForm(form(arguments[0]), false);
        } else if (type.getRawType() == Set.class) {
            return new ListForm(form(arguments[0]), true);
        } else if (type.getRawType() == Map.class && arguments[0] == String.class) {
            return new MapForm(form(arguments[1]));
        }
        throw noForm(type, "expected List, Set, or Map with String keys");
    }

    RecordForm record(Class<?> type) {
        if (around.contains(type)) {
            throw noForm(type, "it contains itself");
        }
        around.addLast(type);
        List<Member> members = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            members.add(member(type, component));
        }
        around.removeLast();
        return new RecordForm(Reflection.constructor(type), members);
    }

    private Member member(Class<?> type, RecordComponent component) {
        Type declared = component.getGenericType();
        boolean optional = declared instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
        Type held = optional ? ((ParameterizedType) declared).getActualTypeArguments()[0] : declared;
        try {
            return new Member(
                    component.getName(),
                    form(held),
                    optional ? Member.Presence.OPTIONAL : presence(component),
                    Reflection.accessor(type, component),
                    Reflection.doc(component));
        } catch (NoForm e) {
            throw e.in(type.getSimpleName() + "." + component.getName());
        }
    }

    private static Member.Presence presence(RecordComponent component) {
        Stream<AnnotatedElement> places = Stream.of(component, component.getAnnotatedType());
        boolean nullable = places.flatMap(place -> Stream.of(place.getAnnotations()))
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
        return nullable ? Member.Presence.NULLABLE : Member.Presence.REQUIRED;
    }

    private SealedForm sealed(Class<?> type) {
        Map<Class<?>, String> tags = new LinkedHashMap<>();
        Map<String, RecordForm> byTag = new LinkedHashMap<>();
        for (Class<?> one : Reflection.cases(type)) {
            String tag = Character.toLowerCase(one.getSimpleName().charAt(0))
                    + one.getSimpleName().substring(1);
            if (byTag.put(tag, tagged(one)) != null) {
                throw noForm(type, "two of its cases are called " + tag);
            }
            tags.put(one, tag);
        }
        return new SealedForm(tags, byTag);
    }

    private RecordForm tagged(Class<?> one) {
        if (Stream.of(one.getRecordComponents())
                .anyMatch(component -> component.getName().equals(SealedForm.TAG))) {
            throw noForm(one, "the member \"type\" tells the cases apart; rename its component of that name");
        }
        return record(one);
    }

    private static NoForm noForm(Type type, String why) {
        return new NoForm(type.getTypeName() + " has no JSON form: " + why);
    }

    /** A type without a JSON form, and the components that lead to it. */
    static final class NoForm extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        NoForm(String problem) {
            super(problem);
        }

        NoForm in(String component) {
            NoForm outer = new NoForm(component + ": " + getMessage());
            outer.initCause(this);
            return outer;
        }
    }
}
