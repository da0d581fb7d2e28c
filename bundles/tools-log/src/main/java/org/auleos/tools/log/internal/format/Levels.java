package org.auleos.tools.log.internal.format;

import java.util.stream.Stream;
import org.auleos.tools.log.internal.record.Level;
import org.jspecify.annotations.Nullable;

/** The words, letters and numbers by which programs state a level. */
final class Levels {

    private static final String[] COMMON =
            "log note system config fine finer finest hint detail statement context query location failure panic"
                    .split(" ");

    private Levels() {}

    /** Returns the level a word names, whatever its case, or null when it names none. */
    static @Nullable Level ofWord(String s, int from, int to) {
        int length = to - from;
        if (length < 3 || length > 13) {
            return null;
        }
        for (Word word : Word.ALL) {
            if (word.text.length() == length && s.regionMatches(true, from, word.text, 0, length)) {
                return word.level;
            }
        }
        return null;
    }

    /** Whether a word is a level in capitals only, and else a word of any sentence. */
    static boolean isCommonWord(String s, int from, int to) {
        if (to - from < 3 || Character.isUpperCase(s.charAt(from + 1))) {
            return false;
        }
        for (String word : COMMON) {
            if (word.length() == to - from && s.regionMatches(true, from, word, 0, to - from)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the level a single letter or sign stands for, or null when it stands for none. */
    static @Nullable Level ofLetter(char c) {
        return switch (c) {
            case 'T', 'V' -> Level.TRACE;
            case 'D', '.' -> Level.DEBUG;
            case 'I' -> Level.INFO;
            case 'N', '*' -> Level.NOTICE;
            case 'W', '#' -> Level.WARNING;
            case 'E' -> Level.ERROR;
            case 'C', 'F' -> Level.CRITICAL;
            default -> null;
        };
    }

    /** Returns the level of a syslog severity, 0 (emergency) to 7 (debug); RFC 5424 section 6.2.1. */
    static Level ofSeverity(int severity) {
        return switch (severity & 7) {
            case 0, 1, 2 -> Level.CRITICAL;
            case 3 -> Level.ERROR;
            case 4 -> Level.WARNING;
            case 5 -> Level.NOTICE;
            case 6 -> Level.INFO;
            default -> Level.DEBUG;
        };
    }

    /** Returns the level of a number as loggers of JSON lines write it: tens from 10 (trace) to 60 (fatal). */
    static Level ofTens(int number) {
        if (number < 10) {
            return ofSeverity(number);
        }
        return switch (Math.min(number, 60) / 10) {
            case 1 -> Level.TRACE;
            case 2 -> Level.DEBUG;
            case 3 -> Level.INFO;
            case 4 -> Level.WARNING;
            case 5 -> Level.ERROR;
            default -> Level.CRITICAL;
        };
    }

    /** A word and the level it names. */
    private record Word(String text, Level level) {

        static final Word[] ALL = Stream.of(
                        all(
                                Level.INFO,
                                "info log system informational information hint detail statement context query location"),
                        all(Level.WARNING, "warn warning"),
                        all(Level.ERROR, "error err severe failure"),
                        all(Level.DEBUG, "debug config fine debug1 debug2 debug3"),
                        all(Level.NOTICE, "notice note"),
                        all(Level.CRITICAL, "fatal crit critical alert emerg emergency panic"),
                        all(Level.TRACE, "trace finer finest verbose"))
                .flatMap(words -> words)
                .toArray(Word[]::new);

        private static Stream<Word> all(Level level, String spaced) {
            return Stream.of(spaced.split(" ")).map(text -> new Word(text, level));
        }
    }
}
