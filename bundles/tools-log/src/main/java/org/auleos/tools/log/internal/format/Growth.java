package org.auleos.tools.log.internal.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.auleos.tools.log.internal.format.Atoms.Kind;
import org.auleos.tools.log.internal.format.Column.Role;

/** Grows the columns of one layout from left to right over the rows that agree with it so far. */
final class Growth {

    private static final double MOST = 0.85;
    private static final double ALL = 0.95;
    private static final double NAMED = 0.6;

    /** Levels in capitals or brackets are no words of a sentence: fewer of them will do, other rows get their own layout. */
    private static final double STATED = 0.3;

    private static final int LONGEST_HEAD = 14;

    private List<Row> rows;
    private final List<Column> columns = new ArrayList<>();

    /** How many of the columns are sure to belong to the head; those after it are only so if a sure one follows. */
    private int sure;

    /** The part of each row that the next column is about. */
    private int place;

    /** The part of each row that follows the sure columns. */
    private int surePlace;

    private boolean timed;
    private boolean leveled;
    private boolean named;

    Growth(List<Row> rows) {
        this.rows = new ArrayList<>(rows);
    }

    /** Returns the columns of the head, empty when the rows have none in common. */
    List<Column> columns() {
        while (place < LONGEST_HEAD && !rows.isEmpty() && addNext()) {
            place++;
        }
        cutUnsure();
        if (timed && isNearDash()) {
            addTextBeforeDash();
        }
        return (timed || leveled) && haveMessages() ? columns : List.of();
    }

    /** Whether something follows the head in most rows: a time alone at the end of a line is part of what the line says. */
    private boolean haveMessages() {
        long empty =
                rows.stream().filter(row -> row.kind(surePlace) == Kind.END).count();
        return surePlace == 0 || empty * 2 <= rows.size();
    }

    private boolean addNext() {
        Kind kind = choose(counts());
        if (kind == Kind.END) {
            return false;
        }
        if (kind == Kind.SIGN && timed && isText("|", MOST)) {
            return addBars();
        }
        boolean loose = columns.size() > sure;
        if (kind == Kind.SIGN && loose && isStrong(kind) && isText("-", MOST)) {
            addTextBeforeDash();
            keepRowsWith(kind);
            return true;
        }
        add(kind);
        return kind != Kind.LEVEL || !endsWithColon();
    }

    /** {@code ERROR: message}: what follows such a level is the message, whatever it looks like. */
    private boolean endsWithColon() {
        long colons = rows.stream()
                .filter(row -> row.kind(place) == Kind.LEVEL && row.text(place).endsWith(":"))
                .count();
        return colons >= MOST * rows.size();
    }

    private Map<Kind, Integer> counts() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        for (Row row : rows) {
            counts.merge(row.kind(place), 1, Integer::sum);
        }
        return counts;
    }

    private double share(Map<Kind, Integer> counts, Kind kind) {
        return counts.getOrDefault(kind, 0) / (double) rows.size();
    }

    /** Returns the kind of the next column, or END when the rows do not agree on one. */
    private Kind choose(Map<Kind, Integer> counts) {
        if (named && share(counts, Kind.NAME) >= NAMED) {
            return Kind.END;
        }
        boolean afterTime =
                !columns.isEmpty() && columns.get(columns.size() - 1).kind() == Kind.STAMP;
        for (Kind kind : Kind.values()) {
            if (kind != Kind.END && share(counts, kind) >= (place == 0 ? 0.5 : MOST)) {
                return kind == Kind.LEVEL && !areLevels(columns.size() - sure) ? Kind.WORD : kind;
            }
        }
        if (share(counts, Kind.NAME) >= NAMED && isNamePlace() && !afterTime) {
            return Kind.NAME;
        }
        if (share(counts, Kind.LEVEL) >= 0.5 && levels() >= MOST) {
            return Kind.LEVEL;
        }
        if (timed && !leveled && statedLevels() >= STATED) {
            return Kind.LEVEL;
        }
        double other = share(counts, Kind.STAMP) + share(counts, Kind.GROUP) + share(counts, Kind.END);
        return other <= 1 - MOST || place == 0 ? Kind.WORD : Kind.END;
    }

    private double levels() {
        long like = rows.stream()
                .filter(row -> row.kind(place) == Kind.LEVEL || isCapitals(row.text(place)))
                .count();
        return like / (double) rows.size();
    }

    /** Whether the level words of a column are more than words of a sentence that happens to speak of an error. */
    private boolean areLevels(int loose) {
        List<Row> levels =
                rows.stream().filter(row -> row.kind(place) == Kind.LEVEL).toList();
        if (levels.stream().filter(this::isStatedLevel).count() >= MOST * levels.size()) {
            return true;
        }
        List<String> words =
                levels.stream().map(row -> row.text(place)).distinct().toList();
        return loose == 0 && (words.size() > 1 || !words.get(0).endsWith(":"));
    }

    private double statedLevels() {
        return rows.stream().filter(this::isStatedLevel).count() / (double) rows.size();
    }

    private boolean isStatedLevel(Row row) {
        String text = row.text(place);
        return row.kind(place) == Kind.LEVEL && (isBracket(text.charAt(0)) || isCapitals(text.replace(":", "")));
    }

    private static boolean isBracket(char c) {
        return c == '[' || c == '<' || c == '(';
    }

    /** Whether a group stands in square brackets, which after words are the less likely part of a sentence. */
    private boolean isSquare(Row row) {
        return row.kind(place) != Kind.GROUP || row.text(place).startsWith("[");
    }

    private static boolean isCapitals(String word) {
        return word.length() >= 2 && word.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private boolean isText(String text, double share) {
        return rows.stream().filter(row -> row.text(place).equals(text)).count() >= share * rows.size();
    }

    private void add(Kind kind) {
        boolean strong = isStrong(kind);
        columns.add(new Column(kind, Role.NONE));
        keepRowsWith(kind);
        if (strong) {
            sure = columns.size();
            surePlace = place + 1;
            timed |= kind == Kind.STAMP;
            leveled |= kind == Kind.LEVEL || kind == Kind.LETTER;
            named |= kind == Kind.NAME;
        }
    }

    private void keepRowsWith(Kind kind) {
        if (kind == Kind.WORD) {
            rows.removeIf(row -> row.kind(place) == Kind.END);
        } else {
            boolean alike = kind == Kind.LEVEL && levels() >= MOST;
            rows.removeIf(row -> row.kind(place) != kind && !(alike && isCapitals(row.text(place))));
        }
    }

    private boolean isStrong(Kind kind) {
        int loose = columns.size() - sure;
        return switch (kind) {
            case STAMP -> true;
            case LEVEL -> loose <= 6 && areLevels(loose);
            case LETTER -> timed && loose <= 2;
            case GROUP -> loose == 0 || (loose <= 2 && rows.stream().allMatch(this::isSquare));
            case SIGN -> (timed || leveled) && loose <= 2;
            case NAME -> isNamePlace();
            case NUMBER -> timed && loose == 0 && hasRest();
            case WORD -> (timed || leveled) && loose == 0 && isPadded();
            case END -> false;
        };
    }

    private boolean isNamePlace() {
        int loose = columns.size() - sure;
        boolean afterTime = sure > 0 && columns.get(sure - 1).kind() == Kind.STAMP;
        return (timed || leveled) && (loose == 0 || (loose == 1 && afterTime));
    }

    private boolean hasRest() {
        return rows.stream().filter(row -> row.kind(place + 1) != Kind.END).count() >= ALL * rows.size();
    }

    /** Whether the words of a column are filled up with spaces to one width, and few enough to name parts of a program. */
    private boolean isPadded() {
        Set<Integer> widths = new HashSet<>();
        Set<String> words = new HashSet<>();
        int wide = 0;
        for (Row row : rows) {
            int next = row.parts().get(place + 1).start();
            wide += next - row.parts().get(place).end() >= 2 ? 1 : 0;
            widths.add(next - row.parts().get(place).start());
            words.add(row.text(place));
        }
        return wide >= ALL * rows.size() && widths.size() <= 2 && words.size() * 4 <= rows.size() + 8;
    }

    /** Adds the parts between bars, of any text, as far as most rows have bars. */
    private boolean addBars() {
        columns.add(new Column(Kind.SIGN, Role.NONE));
        keepRowsWith(Kind.SIGN);
        for (int bars = 1; bars <= 8; bars++) {
            Bars found = new Bars(rows, place, bars);
            if (found.share() < ALL) {
                break;
            }
            columns.add(new Column(found.kind(), Role.NONE, '|'));
            leveled |= found.kind() == Kind.LEVEL;
        }
        sure = columns.size();
        return false;
    }

    private void cutUnsure() {
        while (columns.size() > sure) {
            columns.remove(columns.size() - 1);
        }
    }

    /** Replaces the words since the last sure column by one column of any text up to the dash. */
    private void addTextBeforeDash() {
        cutUnsure();
        columns.add(new Column(Kind.WORD, Role.NONE, '-'));
        sure = columns.size();
    }

    /** Whether a short text and a dash between spaces follow the sure columns in almost every row: the name of a program. */
    private boolean isNearDash() {
        boolean possible = !columns.isEmpty() && columns.get(columns.size() - 1).until() == '\0';
        return possible && rows.stream().filter(this::isNearDash).count() >= ALL * rows.size();
    }

    private boolean isNearDash(Row row) {
        for (int i = surePlace + 1; i < Math.min(surePlace + 5, Row.MOST_PARTS); i++) {
            if (row.kind(i) == Kind.SIGN && row.text(i).equals("-")) {
                return true;
            }
        }
        return false;
    }
}
