package org.auleos.tools.log.internal.format;

import java.util.ArrayList;
import java.util.List;

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
        int marked = rows.size();
        while (learned.size() < MOST_LAYOUTS && rows.size() >= fewest(marked, learned.isEmpty())) {
            List<Column> columns = new Growth(rows).columns();
            if (columns.isEmpty()) {
                break;
            }
            Layout layout = new Layout(LayoutNames.of(columns), Roles.assign(columns), atoms, resolver);
            if (learned.stream().noneMatch(layout::isStartOf)) {
                learned.add(layout);
            }
            int before = rows.size();
            rows.removeIf(row -> row.fits(layout));
            if (rows.size() == before) {
                break;
            }
        }
        return learned;
    }

    /** Returns how many lines it takes to learn a layout: one for the first of a short log. */
    private static int fewest(int marked, boolean first) {
        if (marked >= 4 * FEWEST_LINES) {
            return Math.max(FEWEST_LINES, marked / 50);
        }
        return first ? 1 : 2;
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
}
