package org.auleos.tools.log.internal.format;

import org.auleos.tools.log.internal.record.Level;

/** Cuts the head of a line into parts of recognisable kinds, one at a time. Confined to one thread. */
final class Atoms {

    /** The kinds of parts a head is made of. */
    enum Kind {
        /** A timestamp, bare or in brackets. */
        STAMP,
        /** A word that names a level, bare, in brackets or before a colon. */
        LEVEL,
        /** A single letter that may stand for a level. */
        LETTER,
        /** A whole number. */
        NUMBER,
        /** Anything in brackets. */
        GROUP,
        /** A separator: a dash, a bar, a colon on its own. */
        SIGN,
        /** The name of a program or logger before a colon, with or without a process id. */
        NAME,
        /** Anything else up to a space or a bar. */
        WORD,
        /** The end of the line. */
        END
    }

    private static final int LONGEST_NAME = 120;

    private final StampScanner stamps = new StampScanner();
    private Kind kind = Kind.END;
    private int start;
    private int end;
    private int innerStart;
    private int innerEnd;
    private Level level = Level.UNKNOWN;

    Kind kind() {
        return kind;
    }

    /** Where the part begins. */
    int start() {
        return start;
    }

    /** Where the part ends, with the punctuation that belongs to it. */
    int end() {
        return end;
    }

    /** Where the part without its brackets begins. */
    int innerStart() {
        return innerStart;
    }

    /** Where the part without its brackets and punctuation ends. */
    int innerEnd() {
        return innerEnd;
    }

    /** The level a part of kind LEVEL or LETTER states. */
    Level level() {
        return level;
    }

    /** The parts of the timestamp a part of kind STAMP holds. */
    Stamp stamp() {
        return stamps.stamp();
    }

    /** Returns the first place from {@code p} on that is no space. */
    static int skipSpaces(String s, int p) {
        int at = p;
        while (at < s.length() && (s.charAt(at) == ' ' || s.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** Recognises the part that starts at or after a place, whatever its kind. */
    Kind next(String s, int p) {
        int at = skipSpaces(s, p);
        if (at >= s.length()) {
            return found(Kind.END, s.length(), s.length());
        }
        if (stamp(s, at) || level(s, at) || group(s, at) || sign(s, at) || number(s, at) || letter(s, at)) {
            return kind;
        }
        return name(s, at, false) ? kind : word(s, at);
    }

    /** Recognises a part of the kind a column expects; false when something else stands there. */
    boolean expect(Kind expected, String s, int p) {
        int at = skipSpaces(s, p);
        return switch (expected) {
            case STAMP -> stamp(s, at);
            case LEVEL -> level(s, at) || levelLike(s, at);
            case LETTER -> letter(s, at);
            case NUMBER -> number(s, at);
            case GROUP -> group(s, at);
            case SIGN -> sign(s, at);
            case NAME -> name(s, at, true);
            case WORD -> at < s.length() && word(s, at) == Kind.WORD;
            case END -> at >= s.length();
        };
    }

    private Kind found(Kind kind, int start, int end) {
        this.kind = kind;
        this.start = start;
        this.end = end;
        this.innerStart = start;
        this.innerEnd = end;
        return kind;
    }

    private boolean stamp(String s, int p) {
        char c = Digits.charAt(s, p);
        boolean bracket = c == '[' || c == '(' || c == '<';
        int from = bracket ? skipSpaces(s, p + 1) : p;
        int kernel = c == '[' ? Brackets.kernelClock(s, from, stamps.stamp()) : -1;
        if (kernel >= 0) {
            found(Kind.STAMP, p, kernel);
            return true;
        }
        int to = stamps.scan(s, from);
        if (to < 0) {
            return false;
        }
        int close = skipSpaces(s, to);
        int after = bracket && Brackets.isClosing(Digits.charAt(s, close)) ? close + 1 : to;
        found(Kind.STAMP, p, afterComma(s, after));
        return true;
    }

    private static int afterComma(String s, int p) {
        char c = Digits.charAt(s, p);
        boolean comma = (c == ',' || c == ':' || c == ';') && (p + 1 >= s.length() || s.charAt(p + 1) == ' ');
        return comma ? p + 1 : p;
    }

    private boolean level(String s, int p) {
        char c = Digits.charAt(s, p);
        boolean bracket = c == '[' || c == '<' || c == '(';
        int from = bracket ? skipSpaces(s, p + 1) : p;
        int to = letters(s, from);
        Level named = bracket || !Levels.isCommonWord(s, from, to) ? Levels.ofWord(s, from, to) : null;
        if (bracket && named == null) {
            from = Brackets.qualified(s, from);
            to = from < 0 ? from : letters(s, from);
            named = from < 0 ? null : Levels.ofWord(s, from, to);
        }
        return named != null && closeLevel(s, p, from, to, bracket, named);
    }

    private boolean closeLevel(String s, int p, int from, int to, boolean bracket, Level named) {
        int after = to;
        if (bracket) {
            int close = skipSpaces(s, to);
            if (!Brackets.isClosing(Digits.charAt(s, close))) {
                return false;
            }
            after = close + 1;
        } else if (!Digits.isBoundary(s, to) || (Digits.charAt(s, to) != ':' && !isGap(s, to))) {
            return false;
        }
        char c = Digits.charAt(s, after);
        found(Kind.LEVEL, p, c == ':' || c == ',' ? after + 1 : after);
        innerStart = from;
        innerEnd = to;
        level = named;
        return true;
    }

    private static boolean isGap(String s, int p) {
        char c = Digits.charAt(s, p);
        return c == '\0' || c == ' ' || c == '\t' || c == '|' || c == ',' || c == ']' || c == '[';
    }

    /** A word in capitals where a level is expected: a level this program has a name of its own for. */
    private boolean levelLike(String s, int p) {
        char c = Digits.charAt(s, p);
        int from = c == '[' || c == '<' || c == '(' ? p + 1 : p;
        int to = from;
        while (to < s.length() && s.charAt(to) >= 'A' && s.charAt(to) <= 'Z') {
            to++;
        }
        return to - from >= 2 && to - from <= 12 && closeLevel(s, p, from, to, from > p, Level.UNKNOWN);
    }

    private static int letters(String s, int p) {
        int at = p;
        while (at < s.length() && at < p + 14 && isLetterOrOrdinal(s, at, p)) {
            at++;
        }
        return at;
    }

    private static boolean isLetterOrOrdinal(String s, int at, int from) {
        char c = s.charAt(at);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '1' && c <= '5' && at == from + 5);
    }

    private boolean letter(String s, int p) {
        Level stated = Levels.ofLetter(Digits.charAt(s, p));
        char after = Digits.charAt(s, p + 1);
        if (stated == null) {
            return false;
        }
        boolean alone = after == ' ' || after == '|';
        if (alone || (Character.isLetter(s.charAt(p)) && (after == '/' || after == ','))) {
            found(Kind.LETTER, p, alone ? p + 1 : p + 2);
            level = stated;
            return true;
        }
        return false;
    }

    private boolean number(String s, int p) {
        int from = Digits.charAt(s, p) == '-' ? p + 1 : p;
        int digits = Digits.run(s, from, 19);
        if (digits == 0 || !isGap(s, from + digits)) {
            return false;
        }
        found(Kind.NUMBER, p, from + digits);
        if (Digits.charAt(s, end) == ',') {
            end++;
        }
        return true;
    }

    private boolean sign(String s, int p) {
        int to = p;
        while (to < s.length() && to < p + 4 && "-|*#:>=~".indexOf(s.charAt(to)) >= 0) {
            to++;
        }
        boolean lone = to == p + 1 && (s.charAt(p) == '*' || s.charAt(p) == '#');
        if (to == p || lone || (Digits.charAt(s, p) != '|' && to < s.length() && s.charAt(to) != ' ')) {
            return false;
        }
        found(Kind.SIGN, p, s.charAt(p) == '|' ? p + 1 : to);
        return true;
    }

    private boolean group(String s, int p) {
        int close = Brackets.closing(s, p);
        if (close < 0) {
            return false;
        }
        int after = close + 1;
        found(Kind.GROUP, p, Digits.charAt(s, after) == ':' || Digits.charAt(s, after) == ',' ? after + 1 : after);
        innerStart = p + 1;
        innerEnd = close;
        return true;
    }

    private boolean name(String s, int p, boolean words) {
        int to = Names.end(s, p, LONGEST_NAME, words);
        if (to < 0) {
            return false;
        }
        found(Kind.NAME, p, to);
        innerEnd = Digits.charAt(s, to - 1) == ':' ? to - 1 : to;
        return true;
    }

    private Kind word(String s, int p) {
        int to = p;
        while (to < s.length() && s.charAt(to) != ' ' && s.charAt(to) != '\t' && s.charAt(to) != '|') {
            to++;
        }
        found(Kind.WORD, p, Math.max(to, p + 1));
        return Kind.WORD;
    }
}
