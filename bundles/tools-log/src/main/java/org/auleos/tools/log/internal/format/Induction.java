package org.auleos.tools.log.internal.format;

import java.util.ArrayList;
import java.util.List;
import org.auleos.tools.log.internal.format.Atoms.Kind;

/**
 * Learns how the heads of a log are laid out from a sample of its lines: the parts that most lines have at the same place,
 * up to the last one that cannot be part of a sentence (a time, a level, brackets, a separator, a name with its colon).
 */
final class Induction {

    private static final int MOST_LAYOUTS = 4;
    private static final int FEWEST_LINES = 3;

    private final Atoms atoms;
    private final StampResolver resolver;

    Induction(Atoms atoms, StampResolver resolver) {
        this.atoms = atoms;
        this.resolver = resolver;
    }

    /** Returns the layouts of a sample, the most usual first; empty for text without heads. */
    List<Layout> learn(List<String> sample) {
        List<Layout> learned = new ArrayList<>();
        List<Row> rows = rows(sample);
        int fewest = Math.max(FEWEST_LINES, rows.size() / 50);
        boolean small = sample.size() < 2 * FEWEST_LINES;
        while (learned.size() < MOST_LAYOUTS && rows.size() >= (small ? 1 : fewest)) {
            List<Column> columns = new Growth(rows).columns();
            if (columns.isEmpty()) {
                break;
            }
            Layout layout = new Layout(LayoutNames.of(columns), Roles.assign(columns), atoms, resolver);
            learned.add(layout);
            int before = rows.size();
            rows.removeIf(row -> row.fits(layout));
            if (rows.size() == before) {
                break;
            }
        }
        return learned;
    }

    private List<Row> rows(List<String> sample) {
        List<Row> rows = new ArrayList<>();
        for (String line : sample) {
            Row row = Row.of(line, atoms);
            if (row.hasMark()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** One line of the sample, cut into parts. */
    record Row(String line, Kind[] kinds, int[] starts, int[] ends) {

        static final int MOST_PARTS = 16;

        static Row of(String line, Atoms atoms) {
            Kind[] kinds = new Kind[MOST_PARTS];
            int[] starts = new int[MOST_PARTS];
            int[] ends = new int[MOST_PARTS];
            int p = line.startsWith("<") ? Math.max(0, priorityEnd(line)) : 0;
            for (int i = 0; i < MOST_PARTS; i++) {
                kinds[i] = atoms.next(line, p);
                starts[i] = atoms.start();
                ends[i] = atoms.end();
                p = atoms.end();
            }
            return new Row(line, kinds, starts, ends);
        }

        private static int priorityEnd(String line) {
            int digits = Digits.run(line, 1, 4);
            return digits > 0 && digits < 4 && Digits.charAt(line, digits + 1) == '>' ? digits + 2 : 0;
        }

        /** Whether a time or a level stands among the first parts: lines without are no evidence of a layout. */
        boolean hasMark() {
            for (int i = 0; i < 10; i++) {
                if (kinds[i] == Kind.STAMP || (kinds[i] == Kind.LEVEL && i < 4)) {
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

        String text(int part) {
            return line.substring(starts[part], ends[part]);
        }
    }
}
