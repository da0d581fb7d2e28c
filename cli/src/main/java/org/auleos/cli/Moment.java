package org.auleos.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A time as a person types it. */
final class Moment {

    private Moment() {}

    /** A moment as ISO-8601, or one so far back: {@code 30m}, {@code 24h}, {@code 7d}, {@code PT30M}. */
    static Instant of(String text, Instant now) {
        try {
            if (text.matches("[0-9]{1,6}[smhd]")) {
                String amount = text.substring(0, text.length() - 1);
                String unit = text.substring(text.length() - 1).toUpperCase(Locale.ROOT);
                return now.minus(Duration.parse(unit.equals("D") ? "P" + amount + unit : "PT" + amount + unit));
            }
            return text.startsWith("P") ? now.minus(Duration.parse(text)) : Instant.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw new Failure(
                    "\"" + text + "\" is no time", "like 2026-11-21T10:00:00Z, or so far back: 30m, 24h, 7d, PT30M");
        }
    }
}
