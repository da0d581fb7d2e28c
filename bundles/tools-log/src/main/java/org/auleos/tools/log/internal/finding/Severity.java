package org.auleos.tools.log.internal.finding;

import java.util.Locale;

/** How much a finding matters, least first; anything above {@link #LOW} makes a triage exit with 1. */
public enum Severity {
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The word used in rule packs and in every output. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The severity a word names; refuses any other word. */
    public static Severity of(String word) {
        for (Severity severity : values()) {
            if (severity.word().equals(word)) {
                return severity;
            }
        }
        throw new IllegalArgumentException(
                "severity \"" + word + "\" is unknown; expected critical, high, medium, low or info");
    }
}
