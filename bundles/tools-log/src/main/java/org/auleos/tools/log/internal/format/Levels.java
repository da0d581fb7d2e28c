package org.auleos.tools.log.internal.format;

import org.auleos.tools.log.internal.record.Level;
import org.jspecify.annotations.Nullable;

/** The words, letters and numbers by which programs state a level. */
final class Levels {

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

    /** Returns the level a single letter or sign stands for, or null when it stands for none. */
    static @Nullable Level ofLetter(char c) {
        return switch (c) {
            case 'T', 'V' -> Level.TRACE;
            case 'D', '.' -> Level.DEBUG;
            case 'I' -> Level.INFO;
            case 'N' -> Level.NOTICE;
            case 'W' -> Level.WARNING;
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

        static final Word[] ALL = {
            new Word("info", Level.INFO),
            new Word("warn", Level.WARNING),
            new Word("error", Level.ERROR),
            new Word("debug", Level.DEBUG),
            new Word("warning", Level.WARNING),
            new Word("notice", Level.NOTICE),
            new Word("trace", Level.TRACE),
            new Word("fatal", Level.CRITICAL),
            new Word("err", Level.ERROR),
            new Word("crit", Level.CRITICAL),
            new Word("critical", Level.CRITICAL),
            new Word("log", Level.INFO),
            new Word("note", Level.NOTICE),
            new Word("severe", Level.ERROR),
            new Word("alert", Level.CRITICAL),
            new Word("emerg", Level.CRITICAL),
            new Word("emergency", Level.CRITICAL),
            new Word("panic", Level.CRITICAL),
            new Word("failure", Level.ERROR),
            new Word("system", Level.INFO),
            new Word("config", Level.DEBUG),
            new Word("fine", Level.DEBUG),
            new Word("finer", Level.TRACE),
            new Word("finest", Level.TRACE),
            new Word("verbose", Level.TRACE),
            new Word("informational", Level.INFO),
            new Word("information", Level.INFO),
            new Word("hint", Level.INFO),
            new Word("detail", Level.INFO),
            new Word("statement", Level.INFO),
            new Word("context", Level.INFO),
            new Word("query", Level.INFO),
            new Word("location", Level.INFO),
            new Word("debug1", Level.DEBUG),
            new Word("debug2", Level.DEBUG),
            new Word("debug3", Level.DEBUG),
        };
    }
}
