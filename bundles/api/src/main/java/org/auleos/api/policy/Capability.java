package org.auleos.api.policy;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may be done to what: {@code namespace:action[:pattern]}, e.g. {@code fs:read:/project/**}, {@code exec:npm}.
 *
 * <pre>
 * capability = name ":" name [ ":" pattern ] ;
 * name       = "*" | letter , { letter | digit | "-" } ;            (* lower case *)
 * pattern    = { character | "\" character | "*" | "**" } ;      (* character: any but "\", "*" and NUL *)
 * </pre>
 *
 * <p>{@code *} stands for any text without {@code /}, {@code **} for any text; {@code \} takes the next character
 * literally. A pattern that ends in {@code /**} covers the directory itself too. Without a pattern a capability covers
 * only requests without one.
 *
 * <p>Every capability has one spelling, so that no two spellings of one thing are decided differently: needless escapes are
 * dropped, and a pattern that begins with {@code /} is a path, from which {@code .} and empty segments are dropped and in
 * which {@code ..} is refused.
 *
 * @param namespace what kind of thing, or {@code *}
 * @param action what is done to it, or {@code *}
 * @param pattern which of them, or null
 */
public record Capability(
        String namespace, String action, @Nullable String pattern) {

    private static final Pattern NAME = Pattern.compile("\\*|[a-z][a-z0-9-]*");

    public Capability {
        require(NAME.matcher(namespace).matches(), namespace, "a namespace in lower case, or *");
        require(NAME.matcher(action).matches(), action, "an action in lower case, or *");
        pattern = pattern == null ? null : canonical(pattern);
    }

    /** Reads {@code namespace:action[:pattern]}. Throws {@code IllegalArgumentException} naming what is wrong. */
    public static Capability of(String text) {
        int first = text.indexOf(':');
        require(first > 0, text, "namespace:action[:pattern]");
        int second = text.indexOf(':', first + 1);
        return second < 0
                ? new Capability(text.substring(0, first), text.substring(first + 1), null)
                : new Capability(
                        text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1));
    }

    /** A request for, or a grant of, exactly one thing: special characters of the value are taken literally. */
    public static Capability exactly(String namespace, String action, String value) {
        return new Capability(namespace, action, escape(value));
    }

    /** The value as a pattern that matches it alone. */
    public static String escape(String value) {
        return value.indexOf('\\') < 0 && value.indexOf('*') < 0
                ? value
                : value.replace("\\", "\\\\").replace("*", "\\*");
    }

    /**
     * True when this capability, as a grant, covers another one, as a request. A request for {@code /a/**} is covered by
     * {@code /a/**} and by {@code /**}, not by {@code /a/*}.
     */
    public boolean covers(Capability request) {
        return matches(namespace, request.namespace)
                && matches(action, request.action)
                && coversPattern(request.pattern);
    }

    private static boolean matches(String granted, String requested) {
        return granted.equals("*") || granted.equals(requested);
    }

    private boolean coversPattern(@Nullable String requested) {
        if (pattern == null || requested == null) {
            return Objects.equals(pattern, requested) || "**".equals(pattern);
        }
        return Glob.covers(pattern, requested);
    }

    private static String canonical(String pattern) {
        require(pattern.indexOf('\0') < 0, pattern.replace('\0', '?'), "no NUL character");
        String plain = Glob.canonical(pattern);
        return plain.startsWith("/") ? canonicalPath(plain) : plain;
    }

    private static String canonicalPath(String pattern) {
        if (!pattern.contains("//") && !pattern.contains("/.") && !pattern.endsWith("/")) {
            return pattern; // nearly all of them
        }
        StringBuilder path = new StringBuilder();
        for (String segment : pattern.split("/", -1)) {
            require(!segment.equals(".."), pattern, "a path without ..");
            if (!segment.isEmpty() && !segment.equals(".")) {
                path.append('/').append(segment);
            }
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    private static void require(boolean holds, String value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("capability \"" + value + "\": expected " + expected);
        }
    }

    /** The written form. */
    @Override
    public String toString() {
        return pattern == null ? namespace + ":" + action : namespace + ":" + action + ":" + pattern;
    }
}
