package org.auleos.tools.log.internal.mine;

/** Recognises hardware and IPv6 addresses and the like: at least four groups of hexadecimal digits with colons between. */
final class HexGroups {

    private static final int FEWEST = 4;
    private static final int LONGEST_GROUP = 4;
    private static final int LONGEST = 64;

    private HexGroups() {}

    /** Returns the end of the groups that start at a place, or -1 when none do. */
    static int end(char[] in, int from, int limit) {
        int groups = 0;
        int end = from;
        int most = Math.min(limit, from + LONGEST);
        while (end < most) {
            int group = end;
            while (end < limit && Character.digit(in[end], 16) >= 0) {
                end++;
            }
            groups++;
            if (end - group > LONGEST_GROUP || end >= limit || in[end] != ':') {
                break;
            }
            end++;
        }
        return groups >= FEWEST && isEnd(in, end, limit) ? end : -1;
    }

    private static boolean isEnd(char[] in, int p, int limit) {
        return p >= limit || !WordShape.isPart(in[p]) || in[p] == '%' || in[p] == '/';
    }
}
