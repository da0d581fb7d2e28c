package org.auleos.kernel.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names runs {@code r-DATE-NUMBER}, counting up within a day (UTC). Its state is guarded by its monitor. */
final class RunIds {

    private static final Pattern FORM = Pattern.compile("r-(\\d{8})-(\\d{4,18})");

    private final Clock clock;
    private String day = "";
    private long last;

    RunIds(Clock clock) {
        this.clock = clock;
    }

    /** Takes note of a name that is in use. */
    synchronized void used(String id) {
        Matcher matcher = FORM.matcher(id);
        if (matcher.matches() && matcher.group(1).compareTo(day) >= 0) {
            long number = Long.parseLong(matcher.group(2));
            last = matcher.group(1).equals(day) ? Math.max(last, number) : number;
            day = matcher.group(1);
        }
    }

    /** A new name. A clock set back does not lead to a name that was used. */
    synchronized String next() {
        String today = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (today.compareTo(day) > 0) {
            day = today;
            last = 0;
        }
        last++;
        return String.format(Locale.ROOT, "r-%s-%04d", day, last);
    }
}
