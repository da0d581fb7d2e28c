package org.auleos.cli;

import java.util.Locale;

/** Figures and times in words. */
final class Words {

    private Words() {}

    /** 1234567 as 1,234,567. */
    static String count(long number) {
        String digits = Long.toString(Math.abs(number));
        StringBuilder out = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            out.insert(i, ',');
        }
        return number < 0 ? "-" + out : out.toString();
    }

    /** A number with its noun, plural where it is. */
    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** Milliseconds as 0.8 s, 12 s or 3 min 5 s. */
    static String elapsed(long millis) {
        if (millis < 10_000) {
            return millis / 1000 + "." + millis % 1000 / 100 + " s";
        }
        long seconds = millis / 1000;
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    static String bytes(long bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
        int unit = 0;
        long tenths = bytes * 10;
        while (tenths >= 10_240 && unit < units.length - 1) {
            tenths /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : tenths / 10 + "." + tenths % 10 + " " + units[unit];
    }

    /** An ISO-8601 time as 2026-11-20 10:00:01Z: easier to read, nothing but fractions left out. */
    static String time(String iso) {
        int dot = iso.indexOf('.');
        String whole = dot < 0 ? iso : iso.substring(0, dot) + iso.substring(endOfFraction(iso, dot));
        return whole.replace('T', ' ');
    }

    private static int endOfFraction(String iso, int dot) {
        int i = dot + 1;
        while (i < iso.length() && Character.isDigit(iso.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Two times as a span, the date once when it is the same. */
    static String span(String first, String last) {
        String from = time(first);
        String to = time(last);
        if (from.isEmpty() || from.equals(to)) {
            return to.isEmpty() ? from : to;
        }
        boolean sameDay =
                from.length() > 11 && to.length() > 11 && from.substring(0, 11).equals(to.substring(0, 11));
        return from + " – " + (sameDay ? to.substring(11) : to);
    }

    static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
