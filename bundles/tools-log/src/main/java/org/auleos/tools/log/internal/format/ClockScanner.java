package org.auleos.tools.log.internal.format;

/** Reads a time of day with its fraction and zone into a {@link Stamp}. */
final class ClockScanner {

    private static final String[] ZONES =
            "UTC GMT EST EDT CST CDT MST MDT PST PDT CET CEST WET WEST EET EEST MSK BST JST KST".split(" ");

    private static final int[] ZONE_HOURS = {0, 0, -5, -4, -6, -5, -7, -6, -8, -7, 1, 2, 0, 1, 2, 3, 3, 1, 9, 9};

    private ClockScanner() {}

    /** Reads {@code HH:mm:ss} or {@code HH.mm.ss} with what follows it; returns the end, or -1 when there is none. */
    static int scan(String s, int p, Stamp into) {
        int digits = Digits.run(s, p, 3);
        char separator = Digits.charAt(s, p + digits);
        if (digits == 0 || digits == 3 || (separator != ':' && separator != '.')) {
            return -1;
        }
        int hour = (int) Digits.number(s, p, digits);
        int at = p + digits + 1;
        int minuteDigits = Digits.run(s, at, 3);
        int seconds = at + minuteDigits + 1;
        int secondDigits = Digits.run(s, seconds, 3);
        if (!isShort(minuteDigits) || !isShort(secondDigits) || Digits.charAt(s, seconds - 1) != separator) {
            return -1;
        }
        int minute = (int) Digits.number(s, at, minuteDigits);
        int second = (int) Digits.number(s, seconds, secondDigits);
        if (hour > 23 || minute > 59 || second > 60) {
            return -1;
        }
        into.hour = hour;
        into.minute = minute;
        into.second = Math.min(second, 59);
        return suffix(s, fraction(s, seconds + secondDigits, into), into);
    }

    private static boolean isShort(int digits) {
        return digits == 1 || digits == 2;
    }

    /** Reads {@code HHmmss}; returns the end, or -1. */
    static int scanCompact(String s, int p, Stamp into) {
        if (Digits.run(s, p, 7) != 6) {
            return -1;
        }
        into.hour = Digits.two(s, p);
        into.minute = Digits.two(s, p + 2);
        into.second = Digits.two(s, p + 4);
        if (into.hour > 23 || into.minute > 59 || into.second > 60) {
            return -1;
        }
        into.second = Math.min(into.second, 59);
        return suffix(s, fraction(s, p + 6, into), into);
    }

    /** Reads a fraction of a second after {@code . , :}; returns the end, or the start when there is none. */
    static int fraction(String s, int p, Stamp into) {
        char c = Digits.charAt(s, p);
        if (c != '.' && c != ',' && c != ':') {
            return p;
        }
        int digits = Digits.run(s, p + 1, 9);
        if (digits == 0 || (c == ':' && digits < 3)) {
            return p;
        }
        into.nano = (int) Digits.number(s, p + 1, digits) * scale(digits);
        return p + 1 + digits + Digits.run(s, p + 1 + digits, 9);
    }

    /** What a fraction of as many digits counts in, in nanoseconds. */
    private static int scale(int digits) {
        int scale = 1;
        for (int i = digits; i < 9; i++) {
            scale *= 10;
        }
        return scale;
    }

    private static int suffix(String s, int p, Stamp into) {
        int at = zone(s, halfDay(s, p, into), into);
        return Digits.isBoundary(s, at) ? at : -1;
    }

    private static int halfDay(String s, int p, Stamp into) {
        int at = Digits.charAt(s, p) == ' ' || Digits.charAt(s, p) == '\u202F' ? p + 1 : p;
        char half = Character.toUpperCase(Digits.charAt(s, at));
        if ((half != 'A' && half != 'P') || Character.toUpperCase(Digits.charAt(s, at + 1)) != 'M') {
            return p;
        }
        if (!Digits.isBoundary(s, at + 2) || into.hour > 12) {
            return p;
        }
        into.hour = into.hour % 12 + (half == 'P' ? 12 : 0);
        return at + 2;
    }

    /** Reads {@code Z}, {@code +0100}, {@code +01:00}, {@code +01} or a zone's name, after at most one space. */
    static int zone(String s, int p, Stamp into) {
        int at = Digits.charAt(s, p) == ' ' ? p + 1 : p;
        char c = Digits.charAt(s, at);
        if (c == 'Z' && at == p) {
            into.offset = 0;
            return at + 1;
        }
        if (c == '+' || c == '-') {
            return offset(s, at, p, into);
        }
        return c >= 'A' && c <= 'Z' ? named(s, at, p, into) : p;
    }

    private static int offset(String s, int at, int none, Stamp into) {
        int hours = Digits.two(s, at + 1);
        int colon = Digits.charAt(s, at + 3) == ':' ? 1 : 0;
        int minutes = Digits.two(s, at + 3 + colon);
        int end = minutes < 0 ? at + 3 : at + 5 + colon;
        boolean spaced = at > none;
        if (hours < 0 || hours > 14 || !Digits.isBoundary(s, end) || (spaced && minutes < 0)) {
            return none;
        }
        int seconds = hours * 3600 + Math.max(minutes, 0) * 60;
        into.offset = s.charAt(at) == '-' ? -seconds : seconds;
        return end;
    }

    private static int named(String s, int at, int none, Stamp into) {
        for (int i = 0; i < ZONES.length; i++) {
            String zone = ZONES[i];
            if (s.startsWith(zone, at) && Digits.isBoundary(s, at + zone.length())) {
                into.offset = ZONE_HOURS[i] * 3600;
                return at + zone.length();
            }
        }
        return none;
    }
}
