package org.auleos.tools.log.internal.mine;

/** What a word is made of, and whether that makes it a value. Refilled for every word, confined to one thread. */
final class WordShape {

    private static final boolean[] IN_WORD = new boolean[128];

    static {
        for (char c = 0; c < 128; c++) {
            IN_WORD[c] = Character.isLetterOrDigit(c) || "_.-/\\$%@+~&?#*^".indexOf(c) >= 0;
        }
    }

    private int digits;
    private int groups;
    private int letters;
    private int slashes;
    private int backslashes;
    private int dots;
    private int ats;
    private int queries;

    static boolean isPart(char c) {
        return c >= 128 || IN_WORD[c];
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Reads the word that starts at a place; returns its end. */
    int scan(char[] in, int from, int limit) {
        clear();
        int at = from;
        boolean inDigits = false;
        while (at < limit && !isLeader(in, at, limit) && (isPart(in[at]) || isApostrophe(in, at, limit, from))) {
            char c = in[at++];
            if (isDigit(c)) {
                digits++;
                groups += inDigits ? 0 : 1;
                inDigits = true;
            } else {
                inDigits = false;
                count(c);
            }
        }
        return at;
    }

    /** Two dots or more: they fill the space between a name and its value. */
    static boolean isLeader(char[] in, int at, int limit) {
        return in[at] == '.' && ((at + 1 < limit && in[at + 1] == '.') || (at > 0 && in[at - 1] == '.'));
    }

    boolean hasDigits() {
        return digits > 0;
    }

    private void clear() {
        digits = 0;
        groups = 0;
        letters = 0;
        slashes = 0;
        backslashes = 0;
        dots = 0;
        ats = 0;
        queries = 0;
    }

    private void count(char c) {
        switch (c) {
            case '/' -> slashes++;
            case '\\' -> backslashes++;
            case '.' -> dots++;
            case '@' -> ats++;
            case '?' -> queries++;
            default -> letters += Character.isLetter(c) ? 1 : 0;
        }
    }

    private static boolean isApostrophe(char[] in, int at, int limit, int from) {
        return in[at] == '\''
                && at > from
                && at + 1 < limit
                && Character.isLetter(in[at - 1])
                && Character.isLetter(in[at + 1]);
    }

    /** Whether the word read last is plainly a value: a number or something numbered, a path, an address. */
    boolean isValue(char[] in, int from, int to) {
        return digits > 0 ? isNumbered(in, from, to) : isPath(in, from, to);
    }

    /** Names with one short number at most, such as {@code eth0} or {@code ssh2}, may be names; all else with digits is not. */
    private boolean isNumbered(char[] in, int from, int to) {
        if (letters == 0 || digits >= 3 || groups >= 2 || slashes > 0 || ats > 0) {
            return true;
        }
        boolean signed = (in[from] == '-' || in[from] == '+' || in[from] == '#' || in[from] == '.') && to > from + 1;
        return isDigit(in[from]) || (signed && isDigit(in[from + 1]));
    }

    private boolean isPath(char[] in, int from, int to) {
        if (letters == 0) {
            return false;
        }
        boolean rooted = in[from] == '/' || in[from] == '~';
        return (rooted && (slashes >= 2 || dots > 0))
                || slashes >= 3
                || backslashes >= 2
                || (backslashes == 1 && in[from] == '\\')
                || (ats == 1 && in[from] != '@' && in[to - 1] != '@');
    }

    /** Whether the word read last begins a path with a query, which may go on beyond punctuation. */
    boolean isQuery(char[] in, int from) {
        return in[from] == '/' && queries > 0;
    }

    /** Whether the word read last could be the name of a host, were a port to follow it. */
    boolean isDotted() {
        return dots > 0 && letters > 0;
    }
}
