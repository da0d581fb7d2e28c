package org.auleos.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a class says in the angle brackets of a generic interface it implements, so that a codec can be made of it. */
public final class TypeArguments {

    private TypeArguments() {}

    /**
     * The arguments of the interface as the class, or a class it extends, directly implements it.
     *
     * @return empty when it does not
     * @throws IllegalArgumentException when an argument is not a plain class
     */
    public static Optional<List<Class<?>>> of(Class<?> type, Class<?> generic) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            Class<?> declaring = at;
            Optional<List<Class<?>>> found = Stream.of(at.getGenericInterfaces())
                    .filter(ParameterizedType.class::isInstance)
                    .map(ParameterizedType.class::cast)
                    .filter(candidate -> candidate.getRawType() == generic)
                    .findFirst()
                    .map(candidate -> classes(declaring, candidate));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<Class<?>> classes(Class<?> declaring, ParameterizedType type) {
        return Stream.of(type.getActualTypeArguments())
                .<Class<?>>map(argument -> plain(declaring, argument))
                .toList();
    }

    private static Class<?> plain(Class<?> declaring, Type argument) {
        if (argument instanceof Class<?> plain) {
            return plain;
        }
        throw new IllegalArgumentException(
                declaring.getName() + ": expected a class in place of " + argument.getTypeName());
    }
}
