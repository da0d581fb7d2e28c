package org.auleos.tools.log.internal.format;

import org.auleos.tools.log.internal.format.Stamp.Shape;

/** Recognises a timestamp of any usual shape at a place of a line. Confined to one thread. */
final class StampScanner {

    private static final String[] MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

    private static final String[] DAYS = "mon tue wed thu fri sat sun".split(" ");

    private final Stamp stamp = new Stamp();
    private boolean dayFirst;

    /** Returns the parts of the stamp found last. */
    Stamp stamp() {
        return stamp;
    }

    /** Returns the end of the timestamp that starts at a place, or -1 when none does; its parts are in {@link #stamp()}. */
    int scan(String s, int p) {
        stamp.clear();
        char c = Digits.charAt(s, p);
        if (c >= '0' && c <= '9') {
            return numeric(s, p);
        }
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ? worded(s, p) : -1;
    }

    private int numeric(String s, int p) {
        int digits = Digits.run(s, p, 20);
        char next = Digits.charAt(s, p + digits);
        return switch (digits) {
            case 1, 2 -> next == ':' ? clockOnly(s, p) : shortStart(s, p, digits);
            case 4 -> yearFirst(s, p, next);
            case 6, 8, 14 -> compact(s, p, digits);
            case 10, 13, 16, 19 -> epoch(s, p, digits);
            default -> -1;
        };
    }

    private int clockOnly(String s, int p) {
        stamp.shape = Shape.CLOCK;
        return ClockScanner.scan(s, p, stamp);
    }

    /** {@code 2024-01-31}, {@code 2024/1/31}, {@code 2024.01.31}, {@code 2024 Jan 31}, with or without a time. */
    private int yearFirst(String s, int p, char separator) {
        int year = (int) Digits.number(s, p, 4);
        if (separator != '-' && separator != '/' && separator != '.') {
            return separator == ' ' ? yearThenName(s, p + 5, year) : -1;
        }
        int m = Digits.run(s, p + 5, 2);
        int d = Digits.run(s, p + 6 + m, 2);
        if (m == 0 || d == 0 || Digits.charAt(s, p + 5 + m) != separator) {
            return -1;
        }
        int at = p + 6 + m + d;
        if (!stamp.setDate(year, (int) Digits.number(s, p + 5, m), (int) Digits.number(s, p + 6 + m, d))) {
            return -1;
        }
        return clockOrDate(s, at);
    }

    private int yearThenName(String s, int p, int year) {
        int month = month(s, p);
        int d = month < 0 ? 0 : Digits.run(s, p + 4, 2);
        boolean valid = d > 0 && stamp.setDate(year, month, (int) Digits.number(s, p + 4, d));
        return valid ? clockOrDate(s, p + 4 + d) : -1;
    }

    /** Reads the time of day that follows a date, after any of {@code T space - _ : .}; a date alone will do. */
    private int clockOrDate(String s, int p) {
        int end = clockAfter(s, p);
        if (end >= 0) {
            return end;
        }
        stamp.shape = Shape.DATE;
        return Digits.isBoundary(s, p) && Digits.charAt(s, p) != '.' && Digits.charAt(s, p) != '-' ? p : -1;
    }

    private int clockAfter(String s, int p) {
        char c = Digits.charAt(s, p);
        if (c != 'T' && c != ' ' && c != '-' && c != '_' && c != ':' && c != ',') {
            return -1;
        }
        int at = p + 1;
        while (Digits.charAt(s, at) == ' ' && at < p + 3) {
            at++;
        }
        int end = ClockScanner.scan(s, at, stamp);
        return end >= 0 ? end : ClockScanner.scanCompact(s, at, stamp);
    }

    /** {@code yyyyMMdd HH:mm:ss}, {@code yyMMdd HHmmss} and {@code yyyyMMddHHmmss}. */
    private int compact(String s, int p, int digits) {
        int yearDigits = digits == 6 ? 2 : 4;
        int year = (int) Digits.number(s, p, yearDigits) + (digits == 6 ? 2000 : 0);
        int m = Digits.two(s, p + yearDigits);
        int d = Digits.two(s, p + yearDigits + 2);
        if (!stamp.setDate(year, m, d)) {
            return -1;
        }
        return digits == 14 ? ClockScanner.scanCompact(s, p + 8, stamp) : clockAfter(s, p + digits);
    }

    private int epoch(String s, int p, int digits) {
        long value = Digits.number(s, p, digits);
        long scale = digits == 10 ? 1 : digits == 13 ? 1_000 : digits == 16 ? 1_000_000 : 1_000_000_000;
        long seconds = value / scale;
        if (seconds < 946_684_800L || seconds > 2_208_988_800L) {
            return -1;
        }
        stamp.shape = Shape.EPOCH;
        stamp.seconds = seconds;
        stamp.nano = (int) (value % scale * (1_000_000_000 / scale));
        int end = digits == 10 ? ClockScanner.fraction(s, p + digits, stamp) : p + digits;
        return Digits.isBoundary(s, end) ? end : -1;
    }

    /** Dates that begin with one or two digits: {@code 17/06/09}, {@code 31.12.2024}, {@code 03-17}, {@code 17/May/2015}. */
    private int shortStart(String s, int p, int digits) {
        int a = (int) Digits.number(s, p, digits);
        char separator = Digits.charAt(s, p + digits);
        int q = p + digits + 1;
        if (separator == ' ' || (Character.isLetter(Digits.charAt(s, q)) && (separator == '/' || separator == '-'))) {
            return dayThenName(s, q, a);
        }
        int bDigits = Digits.run(s, q, 2);
        if (bDigits == 0 || (separator != '/' && separator != '-' && separator != '.')) {
            return -1;
        }
        int b = (int) Digits.number(s, q, bDigits);
        int after = q + bDigits;
        if (Digits.charAt(s, after) != separator) {
            boolean valid = Digits.charAt(s, after) == ' ' && monthAndDay(Stamp.UNSET, a, b);
            return valid ? clockAfter(s, after) : -1;
        }
        int cDigits = Digits.run(s, after + 1, 5);
        boolean valid = (cDigits == 2 || cDigits == 4) && threeParts(a, b, s, after + 1, cDigits);
        return valid ? clockAfter(s, after + 1 + cDigits) : -1;
    }

    private boolean threeParts(int a, int b, String s, int p, int cDigits) {
        int c = (int) Digits.number(s, p, cDigits);
        if (cDigits == 4) {
            return monthAndDay(c, a, b);
        }
        boolean yearFirst = b <= 12 && c >= 1 && c <= 31;
        return yearFirst ? stamp.setDate(2000 + a, b, c) : monthAndDay(2000 + c, a, b);
    }

    /** Month first unless the numbers, here or on an earlier line, can only be day first. */
    private boolean monthAndDay(int year, int a, int b) {
        if (a > 12) {
            dayFirst = true;
        } else if (b > 12) {
            dayFirst = false;
        }
        return dayFirst ? stamp.setDate(year, b, a) : stamp.setDate(year, a, b);
    }

    /** {@code 17/May/2015:10:05:03 +0000}, {@code 17-May-2015 10:05:03}, {@code 17 May 2015 10:05:03}, {@code 17 May 10:05:03}. */
    private int dayThenName(String s, int p, int day) {
        int month = month(s, p);
        if (month < 0) {
            return -1;
        }
        int at = p + 3;
        int yearDigits = Digits.run(s, at + 1, 4);
        if (yearDigits == 4) {
            boolean valid = stamp.setDate((int) Digits.number(s, at + 1, 4), month, day);
            return valid ? clockAfter(s, at + 5) : -1;
        }
        return stamp.setDate(Stamp.UNSET, month, day) ? clockAfter(s, at) : -1;
    }

    /** {@code Jun 14 15:16:01}, {@code Jun 14 2024 15:16:01}, {@code Sun Dec 04 04:47:44.12 UTC 2005}, {@code Jan 1, 2024 3:04:05 PM}. */
    private int worded(String s, int p) {
        int at = p;
        if (name(s, at, DAYS) >= 0) {
            at += Digits.charAt(s, at + 3) == ',' ? 5 : 4;
            if (Digits.at(s, at)) {
                return shortStart(s, at, Digits.run(s, at, 2));
            }
        }
        int month = month(s, at);
        if (month < 0) {
            return -1;
        }
        at += 4;
        while (Digits.charAt(s, at) == ' ') {
            at++;
        }
        int digits = Digits.run(s, at, 2);
        if (digits == 0) {
            return -1;
        }
        int day = (int) Digits.number(s, at, digits);
        return afterDay(s, at + digits, month, day);
    }

    private int afterDay(String s, int p, int month, int day) {
        int at = Digits.charAt(s, p) == ',' ? p + 1 : p;
        boolean year = Digits.charAt(s, at) == ' ' && Digits.run(s, at + 1, 5) == 4;
        int y = year ? (int) Digits.number(s, at + 1, 4) : Stamp.UNSET;
        if (!stamp.setDate(y, month, day)) {
            return -1;
        }
        int end = clockAfter(s, year ? at + 5 : at);
        if (end >= 0 && !year && Digits.charAt(s, end) == ' ' && Digits.run(s, end + 1, 5) == 4) {
            int late = (int) Digits.number(s, end + 1, 4);
            if (late >= 1970 && late < 2200 && Digits.isBoundary(s, end + 5)) {
                stamp.year = late;
                return end + 5;
            }
        }
        return end;
    }

    /** Returns the month named by the three letters at a place, followed by no letter; or -1. */
    private static int month(String s, int p) {
        int index = name(s, p, MONTHS);
        return index < 0 ? -1 : index + 1;
    }

    private static int name(String s, int p, String[] names) {
        if (p + 3 >= s.length() || Character.isLetter(s.charAt(p + 3))) {
            return -1;
        }
        for (int i = 0; i < names.length; i++) {
            if (s.regionMatches(true, p, names[i], 0, 3)) {
                return i;
            }
        }
        return -1;
    }
}
