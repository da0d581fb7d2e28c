package org.auleos.tools.log.internal.format;

import java.util.List;
import org.auleos.tools.log.internal.format.Atoms.Kind;

/** Names a learned layout for people. */
final class LayoutNames {

    private LayoutNames() {}

    static String of(List<Column> columns) {
        List<Kind> kinds = columns.stream().map(Column::kind).toList();
        if (kinds.equals(List.of(Kind.STAMP, Kind.WORD, Kind.NAME))) {
            return "syslog";
        }
        StringBuilder name = new StringBuilder("text:");
        for (Column column : columns) {
            name.append(' ').append(word(column));
        }
        return name.toString();
    }

    private static String word(Column column) {
        if (column.until() != '\0') {
            return column.kind() == Kind.LEVEL ? "level |" : "text " + column.until();
        }
        return switch (column.kind()) {
            case STAMP -> "time";
            case LEVEL, LETTER -> "level";
            case NUMBER -> "number";
            case GROUP -> "[…]";
            case SIGN -> "-";
            case NAME -> "name:";
            case WORD, END -> "word";
        };
    }
}
