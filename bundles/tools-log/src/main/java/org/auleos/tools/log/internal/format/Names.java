package org.auleos.tools.log.internal.format;

/** The names of programs and loggers as heads write them: {@code sshd[12]:}, {@code a.b.C:}, {@code x(y)[1] (z):}. */
final class Names {

    private Names() {}

    /**
     * Returns the end of the name that starts at a place, after its colon; -1 when none does.
     *
     * @param words whether the name may have several words
     */
    static int end(String s, int p, int longest, boolean words) {
        int most = Math.min(s.length(), p + longest);
        int at = p;
        while (at < most && isNamePart(s.charAt(at))) {
            if (s.charAt(at) == ':' && endsHere(s, at + 1)) {
                return at > p ? at + 1 : -1;
            }
            at++;
        }
        return at > p && at < most && s.charAt(at) == ' ' ? afterSpace(s, p, at, most, words) : -1;
    }

    private static boolean endsHere(String s, int p) {
        return p >= s.length() || s.charAt(p) == ' ' || s.charAt(p) == '\t';
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c < 128 ? "._-/[]()$@:%#<>+*~&".indexOf(c) >= 0 : Character.isLetter(c));
    }

    /** {@code name[12] (more):} and names of several words, which must carry a process id: {@code Some Program[12]:}. */
    private static int afterSpace(String s, int p, int space, int most, boolean many) {
        int at = space;
        if (s.charAt(space - 1) == ']' && Digits.charAt(s, space + 1) == '(') {
            int close = s.indexOf("):", space);
            return close > 0 && close < most && s.indexOf(' ', space + 1) > close ? close + 2 : -1;
        }
        int words = many ? 1 : 5;
        while (at < most && words <= 4 && (Character.isLetterOrDigit(s.charAt(at)) || isInside(s.charAt(at)))) {
            words += s.charAt(at) == ' ' ? 1 : 0;
            at++;
        }
        return Digits.charAt(s, at) == '[' && Character.isLetter(s.charAt(p)) ? afterPid(s, at) : -1;
    }

    private static boolean isInside(char c) {
        return c == ' ' || c == '.' || c == '_' || c == '-';
    }

    private static int afterPid(String s, int bracket) {
        int digits = Digits.run(s, bracket + 1, 10);
        int close = bracket + 1 + digits;
        if (digits == 0 || Digits.charAt(s, close) != ']') {
            return -1;
        }
        return Digits.charAt(s, close + 1) == ':' && endsHere(s, close + 2) ? close + 2 : -1;
    }

    /** Returns the process id in a name such as {@code sshd[12]}, or -1. */
    static int pid(String s, int from, int to) {
        for (int at = from; at < to; at++) {
            if (s.charAt(at) == '[') {
                int digits = Digits.run(s, at + 1, 9);
                if (digits > 0 && Digits.charAt(s, at + 1 + digits) == ']') {
                    return (int) Digits.number(s, at + 1, digits);
                }
            }
        }
        return -1;
    }

    /** Returns the end of a name without its process id and what follows that. */
    static int bare(String s, int from, int to) {
        int at = from;
        while (at < to && s.charAt(at) != '[' && s.charAt(at) != ' ') {
            at++;
        }
        return at == from || (at < to && s.charAt(at) == ' ' && pid(s, from, to) >= 0) ? longBare(s, from, to) : at;
    }

    private static int longBare(String s, int from, int to) {
        int bracket = s.indexOf('[', from);
        return bracket > from && bracket < to ? bracket : to;
    }
}
