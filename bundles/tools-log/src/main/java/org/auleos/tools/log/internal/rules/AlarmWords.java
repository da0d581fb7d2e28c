package org.auleos.tools.log.internal.rules;

import java.util.List;
import org.auleos.tools.log.internal.record.Level;
import org.auleos.tools.log.internal.record.LogRecord;

/** Words by which programs without levels say that something failed; the last resort for systems no rule knows. */
final class AlarmWords {

    /** A word's number is its index. */
    static final List<String> ALL = List.of(
            "fatal",
            "panic",
            "emergency",
            "aborting",
            "unrecoverable",
            "error",
            "err",
            "failed",
            "failure",
            "fail",
            "fails",
            "exception",
            "cannot",
            "can't",
            "could not",
            "couldn't",
            "unable to",
            "denied",
            "refused",
            "timed out",
            "timeout",
            "unreachable",
            "corrupt",
            "corrupted",
            "crashed",
            "critical",
            "aborted",
            "invalid");

    private static final List<String> DENIALS =
            List.of("0 ", "no ", "without ", "zero ", "not ", "any ", "on ", "if ", "ignore ", "ignoring ", "ignored ");

    private AlarmWords() {}

    /**
     * The verdict on a record that no rule explains. A level that the record states beats its words; one that its message begins
     * with ("fatal: ...") counts as stated.
     */
    static Verdict judge(LogRecord record, String text, Lane lane, Hits hits) {
        Level level = record.level();
        if (level == Level.CRITICAL) {
            return Verdict.GRAVE;
        }
        if (level != Level.UNKNOWN && level != Level.WARNING && level != Level.ERROR) {
            return Verdict.ORDINARY;
        }
        Verdict label = Labels.verdict(record.message());
        if (level == Level.ERROR) {
            return label == Verdict.GRAVE ? label : Verdict.STATED;
        }
        if (label != Verdict.ORDINARY
                || Labels.inner(record.message()) != Level.UNKNOWN
                || !isByWords(text, lane, hits)) {
            return label;
        }
        return level == Level.WARNING ? Verdict.WARNED : Verdict.SUSPICIOUS;
    }

    private static boolean isByWords(String text, Lane lane, Hits hits) {
        for (int i = 0; i < hits.size(); i++) {
            int word = hits.needle(i);
            if (lane.isWord(word) && stands(text, ALL.get(word), hits.end(word))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word stands alone and means what it says: not "error_log", "0 errors", "error=0", "no error". */
    private static boolean stands(String text, String word, int end) {
        int start = end - word.length() + 1;
        if (end >= text.length() || isPart(text, start - 1) || isPart(text, end + 1)) {
            return false;
        }
        return !isDenied(text, start) && !isZero(text, end + 1);
    }

    private static boolean isDenied(String text, int start) {
        for (String denial : DENIALS) {
            if (text.regionMatches(true, start - denial.length(), denial, 0, denial.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(String text, int index) {
        if (index < 0 || index >= text.length()) {
            return false;
        }
        char c = text.charAt(index);
        boolean dotInside = c == '.' && index + 1 < text.length() && Character.isLetterOrDigit(text.charAt(index + 1));
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '/' || dotInside;
    }

    private static boolean isZero(String text, int from) {
        int at = from;
        while (at < text.length() && " :=".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        boolean zero = at > from && at < text.length() && text.charAt(at) == '0';
        return zero && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }
}
