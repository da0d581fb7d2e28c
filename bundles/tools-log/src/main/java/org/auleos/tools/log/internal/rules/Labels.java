package org.auleos.tools.log.internal.rules;

import java.util.Locale;
import java.util.Set;

/** The words a message begins with to say how bad it is, where the format carries no level: "fatal: ...", "prog: error: ...". */
final class Labels {

    private static final Set<String> GRAVE = Set.of(
            "fatal", "fatal error", "panic", "critical", "crit", "alert", "emerg", "emergency", "unrecoverable error");

    private static final Set<String> STATED = Set.of("error", "err", "severe", "e", "internal error");

    private static final String FATAL_WORD = "fatal ";

    private static final int LONGEST = 20;

    private Labels() {}

    /** What the message calls itself: grave, stated, or ordinary when it begins with no such word. */
    static Verdict verdict(String message) {
        if (message.regionMatches(true, 0, FATAL_WORD, 0, FATAL_WORD.length())) {
            return Verdict.GRAVE;
        }
        Verdict first = ofLabel(message, 0);
        int colon = message.indexOf(": ");
        boolean named = first == Verdict.ORDINARY && colon > 0 && colon <= 2 * LONGEST && message.indexOf(' ') > colon;
        return named ? ofLabel(message, colon + 2) : first;
    }

    private static Verdict ofLabel(String message, int from) {
        int start = from < message.length() && "[*<".indexOf(message.charAt(from)) >= 0 ? from + 1 : from;
        int end = start;
        while (end < message.length() && end - start <= LONGEST && isLetterOrSpace(message.charAt(end))) {
            end++;
        }
        if (end == start || end >= message.length() || ":]!>,".indexOf(message.charAt(end)) < 0) {
            return Verdict.ORDINARY;
        }
        if (isNumber(message, end + 1)) {
            return Verdict.ORDINARY;
        }
        String label = message.substring(start, end).strip().toLowerCase(Locale.ROOT);
        return GRAVE.contains(label) ? Verdict.GRAVE : STATED.contains(label) ? Verdict.STATED : Verdict.ORDINARY;
    }

    /** Whether a number follows, so that the word names what is counted. */
    private static boolean isNumber(String message, int from) {
        int at = from < message.length() && message.charAt(from) == ' ' ? from + 1 : from;
        return at < message.length() && Character.isDigit(message.charAt(at));
    }

    private static boolean isLetterOrSpace(char c) {
        return Character.isLetter(c) || c == ' ';
    }
}
