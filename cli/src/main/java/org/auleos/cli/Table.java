package org.auleos.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings, in columns as wide as they need to be; on a terminal the last column is cut to fit. */
final class Table {

    private static final int LEAST_LAST = 16;

    private final List<List<String>> rows = new ArrayList<>();
    private final int styledColumn;

    /** @param styledColumn the column whose word gives its colour, or -1 */
    Table(int styledColumn, String... headings) {
        this.styledColumn = styledColumn;
        rows.add(List.of(headings));
    }

    void row(String... cells) {
        List<String> cleaned = new ArrayList<>();
        for (String cell : cells) {
            cleaned.add(Clean.line(cell));
        }
        rows.add(cleaned);
    }

    void print(Screen screen) {
        int[] widths = widths(screen);
        for (int i = 0; i < rows.size(); i++) {
            screen.styled(line(rows.get(i), widths, i == 0, screen));
        }
    }

    private int[] widths(Screen screen) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        if (screen.terminal()) {
            int others = 0;
            for (int i = 0; i < columns - 1; i++) {
                others += widths[i] + 2;
            }
            widths[columns - 1] = Math.max(LEAST_LAST, Math.min(widths[columns - 1], screen.width() - others));
        }
        return widths;
    }

    private String line(List<String> row, int[] widths, boolean heading, Screen screen) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            boolean last = i == row.size() - 1;
            String cell = last ? Cut.to(row.get(i), widths[i]) : Cut.pad(row.get(i), widths[i]);
            Screen.Style style =
                    heading ? Screen.Style.BOLD : i == styledColumn ? Screen.Style.of(row.get(i)) : Screen.Style.PLAIN;
            line.append(screen.style(style, cell)).append(last ? "" : "  ");
        }
        return line.toString().stripTrailing();
    }
}
