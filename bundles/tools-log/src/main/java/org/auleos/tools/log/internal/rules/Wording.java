package org.auleos.tools.log.internal.rules;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the placeholders of a rule's texts with what was seen. */
final class Wording {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)}");
    /** A placeholder alone in brackets: left out, brackets and all, when nothing is known. */
    private static final Pattern BRACKETED = Pattern.compile(" \\((?:[a-z]+ )?\\{([a-zA-Z][a-zA-Z0-9]*)}\\)");

    private static final int SHOWN = 3;
    private static final int MAX_VALUE = 80;

    private Wording() {}

    static List<String> placeholders(String template) {
        return PLACEHOLDER
                .matcher(template)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    /** The template with every placeholder replaced by its values, the first {@value #SHOWN} of them. */
    static String fill(String template, Map<String, ? extends Collection<String>> values) {
        String needed = BRACKETED
                .matcher(template)
                .replaceAll(match -> isKnown(values, match.group(1)) ? Matcher.quoteReplacement(match.group()) : "");
        return PLACEHOLDER
                .matcher(needed)
                .replaceAll(match -> Matcher.quoteReplacement(list(values.get(match.group(1)))));
    }

    /** The template with every placeholder replaced by its one value, whole: what a tool is to be called with is never cut. */
    static String exact(String template, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(match.group(1)))));
    }

    private static boolean isKnown(Map<String, ? extends Collection<String>> values, String name) {
        Collection<String> known = values.get(name);
        return known != null && !known.isEmpty();
    }

    private static String list(@org.jspecify.annotations.Nullable Collection<String> values) {
        if (values == null || values.isEmpty()) {
            return "something";
        }
        List<String> shown =
                values.stream().limit(SHOWN).map(Wording::shortened).toList();
        int more = values.size() - shown.size();
        return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String shortened(String value) {
        return value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) + "…" : value;
    }
}
