package org.auleos.tools.log.internal.format;

import java.util.List;
import org.auleos.tools.log.internal.format.Atoms.Kind;

/** What the rows of a sample have between one bar and the next. */
final class Bars {

    private final int rows;
    private int present;
    private int levels;
    private int numbers;

    /** Looks at the text before the {@code index}-th bar after the bar at {@code place}. */
    Bars(List<Row> sample, int place, int index) {
        rows = sample.size();
        for (Row row : sample) {
            look(row.line(), row.parts().get(place).end(), index);
        }
    }

    private void look(String line, int from, int index) {
        int start = from;
        for (int i = 1; i < index; i++) {
            int bar = Separators.next(line, start, '|');
            if (bar < 0) {
                return;
            }
            start = bar + 1;
        }
        int end = Separators.next(line, start, '|');
        if (end >= 0) {
            count(line.substring(start, end).trim());
        }
    }

    private void count(String text) {
        present++;
        if (Levels.ofWord(text, 0, text.length()) != null) {
            levels++;
        } else if (!text.isEmpty() && Digits.run(text, 0, 19) == text.length()) {
            numbers++;
        }
    }

    /** Returns the share of rows that have this part. */
    double share() {
        return rows == 0 ? 0 : present / (double) rows;
    }

    /** Returns what most of the parts are. */
    Kind kind() {
        if (levels * 2 > present) {
            return Kind.LEVEL;
        }
        return numbers * 2 > present ? Kind.NUMBER : Kind.WORD;
    }
}
