package org.auleos.toolbox.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.auleos.plugin.tool.Effect;
import org.auleos.plugin.tool.Risk;
import org.auleos.plugin.tool.ToolSpec;

/**
 * What a tool declares about itself.
 *
 * @param permissions templates as written
 * @param timeout longest time of a call
 */
public record Spec(
        String name, String description, List<String> permissions, Effect effect, Risk risk, Duration timeout) {

    /** Reads the service properties {@link ToolSpec} became. Throws {@code IllegalArgumentException} naming the property. */
    public static Spec of(Map<String, ?> properties) {
        String name = text(properties, "name", "");
        if (!name.matches("[a-z][a-z0-9_-]*(\\.[a-z][a-z0-9_-]*)+")) {
            throw new IllegalArgumentException(
                    ToolSpec.PREFIX_ + "name \"" + name + "\": expected namespace.verb in lower case, such as fs.read");
        }
        return new Spec(
                name,
                text(properties, "description", ""),
                texts(properties.get(ToolSpec.PREFIX_ + "permissions")),
                constant(Effect.class, properties, "effect", Effect.EFFECT),
                constant(Risk.class, properties, "risk", Risk.LOW),
                duration(name, text(properties, "timeout", "PT30S")));
    }

    /** The risk as policy writes it. */
    String riskName() {
        return risk.name().toLowerCase(Locale.ROOT);
    }

    /** The effect as descriptions write it. */
    String effectName() {
        return effect.name().toLowerCase(Locale.ROOT);
    }

    /** True when a call changes the world, so that its intent must be on the disk before it runs. */
    boolean changes() {
        return effect == Effect.EFFECT || effect == Effect.IDEMPOTENT;
    }

    private static String text(Map<String, ?> properties, String key, String otherwise) {
        Object value = properties.get(ToolSpec.PREFIX_ + key);
        return value == null ? otherwise : value.toString();
    }

    private static List<String> texts(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof String[] array) {
            return List.of(array);
        } else if (value instanceof Collection<?> collection) {
            return collection.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Map<String, ?> properties, String key, E otherwise) {
        return Enum.valueOf(type, text(properties, key, otherwise.name()));
    }

    private static Duration duration(String name, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    ToolSpec.PREFIX_ + "timeout \"" + text + "\" of " + name + ": expected a duration such as PT30S",
                    e);
        }
    }
}
