package org.auleos.kernel.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names runs {@code r-DATE-NUMBER}, counting up within a day (UTC). Its state is guarded by its monitor. */
final class RunIds {

    private static final Pattern FORM = Pattern.compile("r-(\\d{8})-(\\d{4,18})");

    private static final int DIGITS = 4;

    private final Clock clock;
    private LocalDate today = LocalDate.MIN;
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
        LocalDate date = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!date.equals(today)) {
            today = date;
            String name = DateTimeFormatter.BASIC_ISO_DATE.format(date);
            if (name.compareTo(day) > 0) {
                day = name;
                last = 0;
            }
        }
        last++;
        String number = Long.toString(last);
        return "r-" + day + "-" + "0".repeat(Math.max(0, DIGITS - number.length())) + number;
    }
}
