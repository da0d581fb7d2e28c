package org.auleos.json;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the compiler of forms asks of the classes themselves; called while compiling, never while reading or writing. */
final class Reflection {

    private static final MethodType READS = MethodType.methodType(Object.class, Object.class);

    private Reflection() {}

    /** The canonical constructor, as {@code (Object[])Object}. */
    static MethodHandle constructor(Class<?> type) {
        Class<?>[] components = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return lookup(type)
                    .findConstructor(type, MethodType.methodType(void.class, components))
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw closed(type, e);
        }
    }

    /** The accessor of a component, as {@code (Object)Object}. */
    static MethodHandle accessor(Class<?> type, RecordComponent component) {
        try {
            return lookup(type).unreflect(component.getAccessor()).asType(READS);
        } catch (ReflectiveOperationException e) {
            throw closed(type, e);
        }
    }

    /** The records a sealed interface permits, those of sealed interfaces below it included. */
    static List<Class<?>> cases(Class<?> sealed) {
        List<Class<?>> cases = new ArrayList<>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                cases.add(permitted);
            } else if (permitted.isSealed() && permitted.isInterface()) {
                cases.addAll(cases(permitted));
            } else {
                throw new FormCompiler.NoForm(permitted.getTypeName() + " has no JSON form: a case of "
                        + sealed.getSimpleName() + " that is not a record");
            }
        }
        return cases;
    }

    /**
     * The function behind {@code public static T of(String)} of a type T, by which it says that its JSON is the string
     * that its {@code toString} answers.
     */
    static Optional<Function<String, Object>> factory(Class<?> type) {
        try {
            Method of = type.getMethod("of", String.class);
            if (!Modifier.isStatic(of.getModifiers()) || of.getReturnType() != type) {
                return Optional.empty();
            }
            MethodHandle handle = lookup(type).unreflect(of).asType(READS);
            return Optional.of(text -> call(handle, text));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (IllegalAccessException e) {
            throw closed(type, e);
        }
    }

    private static Object call(MethodHandle handle, Object argument) {
        try {
            return (Object) handle.invokeExact(argument);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a checked exception where none is declared", e);
        }
    }

    /** The text of any annotation called {@code Doc}, or empty. The type is the plugin API's, which this bundle does not know. */
    static String doc(RecordComponent component) {
        for (Annotation annotation : component.getAnnotations()) {
            if (annotation.annotationType().getSimpleName().equals("Doc")) {
                return value(annotation);
            }
        }
        return "";
    }

    private static String value(Annotation annotation) {
        try {
            return String.valueOf(annotation.annotationType().getMethod("value").invoke(annotation));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("annotation " + annotation + ": expected a member String value()", e);
        }
    }

    private static MethodHandles.Lookup lookup(Class<?> type) throws IllegalAccessException {
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }

    private static IllegalArgumentException closed(Class<?> type, ReflectiveOperationException e) {
        return new IllegalArgumentException(
                type.getName() + " cannot be reached; if it is in a named module, open its package", e);
    }
}
