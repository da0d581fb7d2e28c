package org.auleos.tools.log.internal.rules;

import java.util.Locale;
import java.util.Set;
import org.auleos.tools.log.internal.record.Level;

/** The words a message begins with to say how bad it is, where the format carries no level: "fatal: ...", "prog: error: ...". */
final class Labels {

    private static final Set<String> GRAVE = Set.of(
            "fatal",
            "fatal error",
            "panic",
            "critical",
            "crit",
            "alert",
            "emerg",
            "emergency",
            "unrecoverable error",
            "ftl");

    private static final Set<String> STATED =
            Set.of("error", "err", "severe", "e", "internal error", "failed", "failure", "fail");

    private static final String FATAL_WORD = "fatal ";

    private static final int LONGEST = 20;

    private Labels() {}

    /** What the message calls itself: grave, stated, or ordinary when it begins with no such word. */
    static Verdict verdict(String message) {
        if (message.regionMatches(true, 0, FATAL_WORD, 0, FATAL_WORD.length())) {
            return Verdict.GRAVE;
        }
        Level inner = inner(message);
        if (inner != Level.UNKNOWN) {
            return inner == Level.CRITICAL ? Verdict.GRAVE : inner == Level.ERROR ? Verdict.STATED : Verdict.ORDINARY;
        }
        Verdict first = ofLabel(message, 0);
        int colon = message.indexOf(": ");
        boolean named = first == Verdict.ORDINARY && colon > 0 && colon <= 2 * LONGEST && message.indexOf(' ') > colon;
        return named ? ofLabel(message, colon + 2) : first;
    }

    /** The level in a header of its own that a program writes into the message of a system log, klog or logfmt; else UNKNOWN. */
    static Level inner(String message) {
        if (isLogfmt(message)) {
            int at = message.indexOf("level=");
            return at < 0
                    ? Level.UNKNOWN
                    : ofLetter(Character.toUpperCase(message.charAt(Math.min(at + 6, message.length() - 1))));
        }
        return isKlog(message) ? ofLetter(message.charAt(0)) : Level.UNKNOWN;
    }

    /** The level a word with this initial names: fatal, panic, error, warning, info, debug. */
    private static Level ofLetter(char initial) {
        return switch (initial) {
            case 'F', 'P' -> Level.CRITICAL;
            case 'E' -> Level.ERROR;
            case 'W' -> Level.WARNING;
            case 'I' -> Level.INFO;
            case 'D' -> Level.DEBUG;
            default -> Level.UNKNOWN;
        };
    }

    private static boolean isLogfmt(String message) {
        return message.startsWith("time=") || message.startsWith("ts=") || message.startsWith("t=");
    }

    /** {@code E0304 10:15:01...}: a letter, month and day, a time. */
    private static boolean isKlog(String message) {
        return message.length() > 10
                && "IWEF".indexOf(message.charAt(0)) >= 0
                && message.charAt(5) == ' '
                && message.charAt(8) == ':'
                && message.chars().skip(1).limit(4).allMatch(Character::isDigit);
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
