package org.auleos.api.policy;

/** Matches a capability's pattern against a request's, character by character; the request's escapes and stars are text. */
final class Glob {

    private final String pattern;
    private final String text;

    private Glob(String pattern, String text) {
        this.pattern = pattern;
        this.text = text;
    }

    /** Whether the pattern covers the request's text. Linear for patterns with one star, quadratic at worst otherwise. */
    static boolean matches(String pattern, String text) {
        if (pattern.equals("**")) {
            return true;
        }
        if (pattern.endsWith("/**") && matches(pattern.substring(0, pattern.length() - 3), text)) {
            return true;
        }
        return new Glob(pattern, text).run();
    }

    /** Greedy matching with one point to go back to for each kind of star. */
    private boolean run() {
        int p = 0;
        int t = 0;
        int starAt = -1;
        int starText = 0;
        int deepAt = -1;
        int deepText = 0;
        while (t < text.length()) {
            if (pattern.startsWith("**", p)) {
                p += 2;
                deepAt = p;
                deepText = t;
                starAt = -1;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                p++;
                starAt = p;
                starText = t;
            } else if (same(p, t)) {
                int width = literal(pattern, p);
                p += width;
                t += literal(text, t);
            } else if (starAt >= 0 && mayExtendStar(starText)) {
                starText++;
                p = starAt;
                t = starText;
            } else if (deepAt >= 0) {
                deepText++;
                starAt = -1;
                p = deepAt;
                t = deepText;
            } else {
                return false;
            }
        }
        return onlyStarsLeft(p);
    }

    private boolean same(int p, int t) {
        return p < pattern.length() && pattern.charAt(p + literal(pattern, p) - 1) == text.charAt(t + literal(text, t) - 1)
                && escaped(pattern, p) == escapedOrPlain(text, t, escaped(pattern, p));
    }

    /** A star in the request is a wildcard; only an escaped star in it is the character itself. */
    private static boolean escapedOrPlain(String s, int at, boolean wanted) {
        char last = s.charAt(at + literal(s, at) - 1);
        return last == '*' || last == '\\' ? escaped(s, at) : wanted;
    }

    private static boolean escaped(String s, int at) {
        return literal(s, at) == 2;
    }

    private static int literal(String s, int at) {
        return s.charAt(at) == '\\' && at + 1 < s.length() ? 2 : 1;
    }

    private boolean mayExtendStar(int at) {
        return text.charAt(at) != '/' && text.charAt(at) != '*';
    }

    private boolean onlyStarsLeft(int from) {
        for (int p = from; p < pattern.length(); p++) {
            if (pattern.charAt(p) != '*') {
                return false;
            }
        }
        return true;
    }
}
