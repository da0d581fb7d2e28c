package org.auleos.tools.log.internal.format;

/** The words by which a program adds to the record before in a line with a head of its own, as databases do. */
final class Additions {

    private static final String[] WORDS = {"DETAIL", "HINT", "STATEMENT", "CONTEXT", "QUERY", "LOCATION"};

    private Additions() {}

    static boolean isOne(String line, int from, int to) {
        for (String word : WORDS) {
            if (word.length() == to - from && line.startsWith(word, from)) {
                return true;
            }
        }
        return false;
    }
}
