package org.auleos.toolbox.internal;

/** The part of a pattern that stands for itself. */
final class Literal {

    private Literal() {}

    /** The directory before the first star of a path pattern; for a pattern without one, the directory the path lies in. */
    static String directory(String pattern, String path) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c == '*') {
                return PathText.parent(text.append('x').toString());
            }
            text.append(c == '\\' ? pattern.charAt(++at) : c);
        }
        return PathText.parent(path);
    }
}
