package org.auleos.tools.log.internal.format;

/** Finds what stands in brackets in the head of a line. */
final class Brackets {

    private static final int LONGEST = 300;
    private static final int LONGEST_QUALIFIER = 40;

    /** The kernel writes six digits of fraction, some programs three. */
    private static final int FEWEST_FRACTION_DIGITS = 3;

    private Brackets() {}

    static boolean isClosing(char c) {
        return c == ']' || c == ')' || c == '>';
    }

    /** Returns the place of the bracket that closes the one at a place, or -1 when there is none or no end near. */
    static int closing(String s, int p) {
        char open = Digits.charAt(s, p);
        char close = open == '[' ? ']' : open == '(' ? ')' : open == '<' ? '>' : open == '{' ? '}' : '\0';
        int depth = 0;
        for (int at = p, most = close == '\0' ? p : Math.min(s.length(), p + LONGEST); at < most; at++) {
            char c = s.charAt(at);
            if (c == open) {
                depth++;
            } else if (c == close && --depth == 0) {
                return at;
            }
        }
        return -1;
    }

    /** Reads {@code 12.345678]}, seconds since the machine or program started; returns the end, or -1. */
    static int kernelClock(String s, int from, Stamp into) {
        int digits = Digits.run(s, from, 9);
        if (digits == 0 || Digits.charAt(s, from + digits) != '.') {
            return -1;
        }
        into.clear();
        int to = ClockScanner.fraction(s, from + digits, into);
        int unit = Digits.charAt(s, to) == 's' ? to + 1 : to;
        if (to - from - digits <= FEWEST_FRACTION_DIGITS || Digits.charAt(s, unit) != ']') {
            return -1;
        }
        into.shape = Stamp.Shape.UPTIME;
        into.seconds = Digits.number(s, from, digits);
        return unit + 1;
    }

    /** {@code core:} in {@code [core:error]}, also with digits and underscores in it; -1 when there is no such thing. */
    static int qualified(String s, int p) {
        int at = p;
        while (at < s.length()
                && at < p + LONGEST_QUALIFIER
                && (Character.isLetterOrDigit(s.charAt(at)) || s.charAt(at) == '_')) {
            at++;
        }
        return at > p && Digits.charAt(s, at) == ':' ? at + 1 : -1;
    }
}
