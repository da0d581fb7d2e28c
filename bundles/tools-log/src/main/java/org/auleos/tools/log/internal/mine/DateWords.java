package org.auleos.tools.log.internal.mine;

/** Recognises the names of days and months where they are parts of a date. */
final class DateWords {

    private static final String[] MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

    private static final String[] DAYS = "Mon Tue Wed Thu Fri Sat Sun".split(" ");

    private DateWords() {}

    /** Whether the word in a message is a month before a number, or a day before a month or a number. */
    static boolean isPartOfDate(char[] in, int from, int to, int limit) {
        if (to - from != 3) {
            return false;
        }
        int next = to < limit && in[to] == ',' ? to + 1 : to;
        while (next < limit && in[next] == ' ') {
            next++;
        }
        boolean number = next > to && next < limit && WordShape.isDigit(in[next]);
        if (isOne(MONTHS, in, from)) {
            return number;
        }
        return isOne(DAYS, in, from) && (number || (next + 3 < limit && isOne(MONTHS, in, next)));
    }

    private static boolean isOne(String[] names, char[] in, int p) {
        for (String name : names) {
            if (in[p] == name.charAt(0) && in[p + 1] == name.charAt(1) && in[p + 2] == name.charAt(2)) {
                return true;
            }
        }
        return false;
    }
}
