package org.auleos.tools.log.internal.format;

import java.util.ArrayList;
import java.util.List;
import org.auleos.tools.log.internal.format.Atoms.Kind;

/**
 * One line of a sample, cut into parts.
 *
 * @param parts the first {@link #MOST_PARTS} parts, filled up with parts of kind END
 */
record Row(String line, List<Part> parts) {

    static final int MOST_PARTS = 16;

    /** How far into a line its time may stand. */
    private static final int MARKED = 10;

    /** How far into a line its level may stand when it has no time. */
    private static final int LEVELED = 4;

    /** A part of a line from {@code start} to before {@code end}. */
    record Part(Kind kind, int start, int end) {}

    static Row of(String line, Atoms atoms) {
        List<Part> parts = new ArrayList<>(MOST_PARTS);
        int p = Priorities.end(line);
        for (int i = 0; i < MOST_PARTS; i++) {
            Kind kind = atoms.next(line, p);
            parts.add(new Part(kind, atoms.start(), atoms.end()));
            p = atoms.end();
        }
        return new Row(line, parts);
    }

    Kind kind(int place) {
        return parts.get(place).kind();
    }

    String text(int place) {
        return line.substring(parts.get(place).start(), parts.get(place).end());
    }

    /** Whether a time or a level stands among the first parts: lines without are no evidence of a layout. */
    boolean hasMark() {
        for (int i = 0; i < MARKED; i++) {
            if (kind(i) == Kind.STAMP || (kind(i) == Kind.LEVEL && i < LEVELED)) {
                return true;
            }
        }
        return false;
    }

    boolean fits(Layout layout) {
        Head head = new Head();
        head.clear();
        return layout.read(line, head) && head.complete;
    }
}
