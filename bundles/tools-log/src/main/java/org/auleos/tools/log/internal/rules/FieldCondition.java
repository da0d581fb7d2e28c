package org.auleos.tools.log.internal.rules;

import java.util.List;
import java.util.Map;

/**
 * A condition on a named field of a structured record.
 *
 * @param field the field's name
 * @param values accepted values; {@code x} stands for one digit, a leading {@code !} for any other value
 */
record FieldCondition(String field, List<String> values) {

    FieldCondition {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("field condition on " + field + ": expected at least one value");
        }
    }

    boolean holds(Map<String, String> fields) {
        String value = fields.get(field);
        return value != null && accepts(value);
    }

    boolean accepts(String value) {
        boolean negated = false;
        for (String wanted : values) {
            boolean negative = wanted.startsWith("!");
            negated |= negative;
            if (fits(negative ? wanted.substring(1) : wanted, value)) {
                return !negative;
            }
        }
        return negated;
    }

    private static boolean fits(String wanted, String value) {
        if (wanted.length() != value.length()) {
            return false;
        }
        for (int i = 0; i < wanted.length(); i++) {
            char w = wanted.charAt(i);
            char v = value.charAt(i);
            boolean fits = w == 'x' ? v >= '0' && v <= '9' : w == v;
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
