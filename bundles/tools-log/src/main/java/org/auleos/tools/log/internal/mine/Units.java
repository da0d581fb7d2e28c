package org.auleos.tools.log.internal.mine;

/** The symbols of units and zones that stand after a number and belong to it. */
final class Units {

    private static final String[] SYMBOLS = ("KB MB GB TB kB KiB MiB GiB B ms us ns s sec secs min K M G "
                    + "UTC GMT EST EDT CST CDT PST PDT CET CEST")
            .split(" ");

    private Units() {}

    /** Returns the end of the symbol after the space at a place, or -1 when there is none. */
    static int end(char[] in, int p, int limit) {
        if (p + 1 >= limit || in[p] != ' ') {
            return -1;
        }
        for (String symbol : SYMBOLS) {
            int end = p + 1 + symbol.length();
            if (end <= limit && isAt(symbol, in, p + 1) && (end == limit || !WordShape.isPart(in[end]))) {
                return end;
            }
        }
        return -1;
    }

    private static boolean isAt(String text, char[] in, int p) {
        for (int i = 0; i < text.length(); i++) {
            if (in[p + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
