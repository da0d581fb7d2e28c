package org.auleos.tools.log.internal.format;

/** Reads decimal numbers out of a line without allocating. */
final class Digits {

    private Digits() {}

    /** Whether the character at a place of the line is a digit; false beyond its end. */
    static boolean at(String s, int p) {
        return p >= 0 && p < s.length() && s.charAt(p) >= '0' && s.charAt(p) <= '9';
    }

    /** Returns how many digits stand at a place, at most {@code most}. */
    static int run(String s, int p, int most) {
        int end = p;
        while (end - p < most && at(s, end)) {
            end++;
        }
        return end - p;
    }

    /** Returns the number of exactly {@code count} digits at a place, which the caller has checked to be digits. */
    static long number(String s, int p, int count) {
        long value = 0;
        for (int i = p; i < p + count; i++) {
            value = value * 10 + (s.charAt(i) - '0');
        }
        return value;
    }

    /** Returns the number of two digits at a place, or -1. */
    static int two(String s, int p) {
        return at(s, p) && at(s, p + 1) ? (s.charAt(p) - '0') * 10 + s.charAt(p + 1) - '0' : -1;
    }

    /** Whether a place is the end of a word: beyond the line, or neither letter nor digit. */
    static boolean isBoundary(String s, int p) {
        return p >= s.length() || !Character.isLetterOrDigit(s.charAt(p));
    }

    /** Returns the character at a place, or NUL beyond the end. */
    static char charAt(String s, int p) {
        return p >= 0 && p < s.length() ? s.charAt(p) : '\0';
    }
}
