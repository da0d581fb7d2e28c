package org.auleos.tools.log.internal.format;

import java.util.List;

/**
 * Logs in which a record is a block of {@code Name: value} or {@code NAME=value} lines up to an empty line, as package managers
 * and the export of the journal write them. Confined to one thread.
 */
final class Blocks {

    private static final int SAMPLE = 50;

    private final Members members;

    Blocks(StampResolver resolver) {
        members = new Members(resolver);
    }

    /** Whether the first lines of a log are such a block that starts with a time or has one. */
    static boolean areIn(List<String> sample) {
        int named = 0;
        int timed = 0;
        int other = 0;
        for (String line : sample.subList(0, Math.min(sample.size(), SAMPLE))) {
            int end = nameEnd(line);
            named += end > 0 ? 1 : 0;
            other += end < 0 && !line.isBlank() ? 1 : 0;
            timed += line.startsWith("Start-Date: ") || line.startsWith("__REALTIME_TIMESTAMP=") ? 1 : 0;
        }
        return timed > 0 && other * 10 <= named;
    }

    /** Returns the place of the colon or equals sign after the name a line starts with, or -1. */
    private static int nameEnd(String line) {
        int at = 0;
        while (at < line.length() && isNamePart(line.charAt(at))) {
            at++;
        }
        char c = Digits.charAt(line, at);
        return at > 0 && (c == '=' || (c == ':' && Digits.charAt(line, at + 1) == ' ')) ? at : -1;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    /** Forgets the block before. */
    void clear() {
        members.clear();
    }

    /** Adds a line of the block. */
    void add(String line) {
        int end = nameEnd(line);
        if (end > 0) {
            members.add(line.substring(0, end), line.substring(end + 1).strip());
        }
    }

    /** Tells the head what the lines of the block say. */
    void describe(Head head, String firstLine) {
        head.clear();
        members.describe(head, firstLine);
    }

    String name() {
        return "blocks of names and values";
    }
}
