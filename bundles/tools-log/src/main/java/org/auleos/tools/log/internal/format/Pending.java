package org.auleos.tools.log.internal.format;

import java.time.Instant;
import java.util.Map;
import org.auleos.tools.log.internal.record.Level;
import org.auleos.tools.log.internal.record.LogRecord;
import org.jspecify.annotations.Nullable;

/** A record whose continuation lines are still being read. */
final class Pending {

    private static final int LONGEST_RAW = 8192;

    private final String raw;
    private final long number;
    private final boolean headed;
    private final @Nullable Instant time;
    private final String host;
    private final int pid;
    private final Map<String, String> fields;
    private Level level;
    private String process;
    private String message;
    private int lines = 1;
    private boolean announces;

    Pending(String raw, long number, boolean headed, Head head) {
        this.raw = raw;
        this.number = number;
        this.headed = headed;
        this.time = head.time;
        this.host = head.host;
        this.pid = head.pid;
        this.fields = head.fields;
        this.level = head.level;
        this.process = head.process;
        this.message = head.message;
        this.announces = headed && level == Level.UNKNOWN && process.isEmpty() && isClassAndMethod(message);
    }

    /** {@code a.b.C method}: the first of the two lines java.util.logging writes by default. */
    private static boolean isClassAndMethod(String text) {
        int space = text.indexOf(' ');
        if (space < 3 || space != text.lastIndexOf(' ') || space == text.length() - 1) {
            return false;
        }
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            dots += c == '.' && i < space ? 1 : 0;
            if (!Character.isJavaIdentifierPart(c) && "<> .".indexOf(c) < 0) {
                return false;
            }
        }
        return dots > 0;
    }

    /** Whether the line is the {@code LEVEL: message} that a line with a class and a method announces; takes it if so. */
    boolean isAnswered(String line) {
        if (!announces) {
            return false;
        }
        announces = false;
        int colon = line.indexOf(": ");
        Level stated = colon < 0 ? null : Levels.ofWord(line, 0, colon);
        if (stated == null) {
            return false;
        }
        level = stated;
        process = message.substring(0, message.indexOf(' '));
        message = line.substring(colon + 2);
        lines++;
        return true;
    }

    boolean isHeaded() {
        return headed;
    }

    int pid() {
        return pid;
    }

    void grow(int more) {
        lines += more;
    }

    LogRecord record(String path, String detail) {
        String kept = raw.length() > LONGEST_RAW ? raw.substring(0, LONGEST_RAW) : raw;
        String text = message.length() > LONGEST_RAW ? message.substring(0, LONGEST_RAW) : message;
        return new LogRecord(path, number, lines, time, level, host, process, pid, text, detail, kept, fields);
    }
}
