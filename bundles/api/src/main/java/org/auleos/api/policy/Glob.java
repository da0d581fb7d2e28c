package org.auleos.api.policy;

import java.util.Arrays;

/**
 * The patterns of capabilities: their one canonical spelling, and whether one covers another. A pattern is a row of tokens,
 * each a literal character, a {@link #STAR} or a {@link #DEEP}.
 */
final class Glob {

    /** Any text without a slash. */
    private static final int STAR = -1;

    /** Any text. */
    private static final int DEEP = -2;

    private Glob() {}

    /**
     * The one spelling of a pattern: only {@code *} and {@code \} are escaped, three stars and more are two.
     *
     * @throws IllegalArgumentException when it ends in a lone backslash
     */
    static String canonical(String pattern) {
        return pattern.indexOf('\\') < 0 && !pattern.contains("***") ? pattern : text(tokens(pattern));
    }

    /** Whether everything the request may stand for is covered; both canonical. */
    static boolean covers(String pattern, String request) {
        if (pattern.equals(request) || pattern.equals("**")) {
            return true;
        }
        return pattern.indexOf('*') >= 0 && coversAll(tokens(pattern), tokens(request));
    }

    /** A request that ends in {@code /**} stands for the directory itself too. */
    private static boolean coversAll(int[] pattern, int[] request) {
        return coversOne(pattern, request) && (!endsDeep(request) || coversAll(pattern, directory(request)));
    }

    /** A pattern that ends in {@code /**} covers the directory itself too. */
    private static boolean coversOne(int[] pattern, int[] request) {
        return matches(pattern, request) || (endsDeep(pattern) && coversOne(directory(pattern), request));
    }

    private static boolean endsDeep(int[] tokens) {
        int last = tokens.length - 1;
        return last > 0 && tokens[last] == DEEP && tokens[last - 1] == '/';
    }

    /** Without the {@code /**} at its end; the root is {@code /}. */
    private static int[] directory(int[] tokens) {
        return Arrays.copyOf(tokens, Math.max(1, tokens.length - 2));
    }

    /**
     * Whether the pattern's tokens consume all of the request's. A star of the request is one symbol that only a star at
     * least as wide consumes. Greedy: a later {@link #DEEP} makes it needless to reconsider what stood before it, and a
     * later {@link #STAR} too, as neither may cross a slash. Time is the product of the lengths, squared at worst.
     */
    private static boolean matches(int[] pattern, int[] request) {
        int p = 0;
        int r = 0;
        int starAt = -1;
        int starTo = 0;
        int deepAt = -1;
        int deepTo = 0;
        while (r < request.length) {
            if (p < pattern.length && pattern[p] == DEEP) {
                deepAt = ++p;
                deepTo = r;
                starAt = -1;
            } else if (p < pattern.length && pattern[p] == STAR) {
                starAt = ++p;
                starTo = r;
            } else if (p < pattern.length && pattern[p] == request[r]) {
                p++;
                r++;
            } else if (starAt >= 0 && request[starTo] != '/' && request[starTo] != DEEP) {
                p = starAt;
                r = ++starTo;
            } else if (deepAt >= 0) {
                p = deepAt;
                r = ++deepTo;
                starAt = -1;
            } else {
                return false;
            }
        }
        return onlyStars(pattern, p);
    }

    private static boolean onlyStars(int[] pattern, int from) {
        return Arrays.stream(pattern, from, pattern.length).allMatch(token -> token < 0);
    }

    private static int[] tokens(String pattern) {
        int[] tokens = new int[pattern.length()];
        int count = 0;
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c == '\\') {
                tokens[count++] = escaped(pattern, ++at);
            } else if (c != '*') {
                tokens[count++] = c;
            } else if (count > 0 && tokens[count - 1] < 0 && pattern.charAt(at - 1) == '*') {
                tokens[count - 1] = DEEP;
            } else {
                tokens[count++] = STAR;
            }
        }
        return Arrays.copyOf(tokens, count);
    }

    private static char escaped(String pattern, int at) {
        if (at == pattern.length()) {
            throw new IllegalArgumentException(
                    "pattern \"" + pattern + "\": expected a character after the last backslash");
        }
        return pattern.charAt(at);
    }

    private static String text(int[] tokens) {
        StringBuilder text = new StringBuilder();
        for (int token : tokens) {
            switch (token) {
                case STAR -> text.append('*');
                case DEEP -> text.append("**");
                case '*', '\\' -> text.append('\\').append((char) token);
                default -> text.append((char) token);
            }
        }
        return text.toString();
    }
}
