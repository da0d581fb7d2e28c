package org.auleos.cli;

/**
 * Text that cannot take over a terminal: control characters, bidirectional controls and invisible ones are shown as
 * escapes (after "Trojan Source", Boucher and Anderson, 2021).
 */
final class Clean {

    private Clean() {}

    /** One line: line breaks are shown as escapes too. */
    static String line(String text) {
        return clean(text, false);
    }

    /** Several lines: line feeds stay, tabs become spaces. */
    static String lines(String text) {
        return clean(text, true);
    }

    private static String clean(String text, boolean keepBreaks) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\n' && keepBreaks) {
                out.append('\n');
            } else if (c == '\t') {
                out.append(' ');
            } else if (harmful(c)) {
                escape(c, out);
            } else {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    private static boolean harmful(int c) {
        if (c >= ' ' && c < 0x7f) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    /** As in JSON, so that cleaned JSON is still the same JSON. */
    private static void escape(int c, StringBuilder out) {
        for (char unit : Character.toChars(c)) {
            String hex = Integer.toHexString(unit);
            out.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
        }
    }
}
