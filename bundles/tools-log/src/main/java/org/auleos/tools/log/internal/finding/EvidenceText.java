package org.auleos.tools.log.internal.finding;

import java.util.regex.Pattern;

/** Text of a log made fit to show: one line, no control characters, nothing that looks like a secret. */
public final class EvidenceText {

    /** Longest evidence text, in characters. */
    public static final int MAX_LENGTH = 500;

    private static final String MASK = "****";

    private static final Pattern ESCAPE_SEQUENCE = Pattern.compile("\u001b\\[[0-9;?]*[ -/]*[@-~]");

    private static final Pattern KEY_VALUE = Pattern.compile(
            "(?i)\\b([\\w.-]*(?:passw(?:or)?d|passwd|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key)"
                    + "[\\w-]*[\"']?\\s*[=:]\\s*)(\"[^\"]{1,200}\"?|'[^']{1,200}'?|[^\\s\"',;&)}\\]]{1,200})");

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "(?i)\\b((?:proxy-)?authorization[\"']?\\s*[=:]\\s*[\"']?(?:(?:basic|bearer|digest|token)\\s+)?)"
                    + "[^\\s\"',;]{4,400}");

    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer\\s+)[A-Za-z0-9._~+/=-]{8,400}");

    private static final Pattern URL_PASSWORD = Pattern.compile("(://[^\\s/:@]{1,100}:)[^\\s/@]{1,200}(?=@)");

    private static final Pattern KNOWN_SHAPES =
            Pattern.compile("\\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20,80}|xox[abprs]-[A-Za-z0-9-]{10,80}"
                    + "|eyJ[A-Za-z0-9_-]{8,400}\\.[A-Za-z0-9_-]{4,800}\\.[A-Za-z0-9_-]{4,400})");

    private EvidenceText() {}

    /** The text on one line, without control and bidirectional characters, secrets masked, cut with an ellipsis. */
    public static String clean(String text) {
        String plain =
                printable(ESCAPE_SEQUENCE.matcher(head(text, 4 * MAX_LENGTH)).replaceAll(""));
        return head(masked(plain), MAX_LENGTH).strip();
    }

    private static String head(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int cut = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, cut) + "…";
    }

    private static String masked(String text) {
        String result = AUTHORIZATION.matcher(text).replaceAll("$1" + MASK);
        result = BEARER.matcher(result).replaceAll("$1" + MASK);
        result = KEY_VALUE.matcher(result).replaceAll("$1" + MASK);
        result = URL_PASSWORD.matcher(result).replaceAll("$1" + MASK);
        return KNOWN_SHAPES.matcher(result).replaceAll(MASK);
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(isShown(c) ? c : ' '));
        return out.toString();
    }

    private static boolean isShown(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
