package org.auleos.tools.log.internal.format;

/** Finds the separators that end a part of a head: a bar anywhere, a dash only between spaces. */
final class Separators {

    /** How far from its start a part may reach, in characters. */
    private static final int REACH = 160;

    private static final int DASH_REACH = 80;

    private Separators() {}

    /** Returns the place of the next separator, or -1 when none is near. */
    static int next(String s, int p, char separator) {
        int most = Math.min(s.length(), p + (separator == '-' ? DASH_REACH : REACH));
        for (int at = p; at < most; at++) {
            if (s.charAt(at) == separator && (separator != '-' || isSpaced(s, at))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isSpaced(String s, int at) {
        return at > 0 && s.charAt(at - 1) == ' ' && (at + 1 >= s.length() || s.charAt(at + 1) == ' ');
    }
}
