package org.auleos.tools.log.internal.format;

import java.util.List;
import org.auleos.tools.log.internal.format.Atoms.Kind;
import org.auleos.tools.log.internal.format.Column.Role;
import org.auleos.tools.log.internal.record.Level;

/** A format made of columns, learned from a sample of a log. */
final class Layout implements Format {

    private static final int LONGEST_ORIGIN = 48;

    private final String name;
    private final List<Column> columns;
    private final Atoms atoms;
    private final StampResolver resolver;
    private boolean dateOnly;

    Layout(String name, List<Column> columns, Atoms atoms, StampResolver resolver) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.atoms = atoms;
        this.resolver = resolver;
    }

    /** A head of which only the timestamp, and a level if there is one, is known. */
    static Layout stamped(Atoms atoms, StampResolver resolver) {
        List<Column> columns = List.of(new Column(Kind.STAMP, Role.TIME), new Column(Kind.LEVEL, Role.LEVEL));
        return new Layout("text with time", columns, atoms, resolver);
    }

    /** Returns the same layout for other tools of the same thread. */
    Layout with(Atoms otherAtoms, StampResolver otherResolver) {
        return new Layout(name, columns, otherAtoms, otherResolver);
    }

    @Override
    public String name() {
        return name;
    }

    /** How much a line must show to be of this format. */
    @Override
    public int parts() {
        return columns.size();
    }

    /** Whether every line of another layout is one of this, only with more in its head: such a line is better read there. */
    boolean isStartOf(Layout other) {
        return parts() <= other.parts()
                && other.columns.subList(0, parts()).stream()
                        .map(Column::kind)
                        .toList()
                        .equals(columns.stream().map(Column::kind).toList());
    }

    @Override
    public boolean read(String line, Head head) {
        int p = priority(line, head);
        boolean timed = false;
        for (Column column : columns) {
            int end = column.until() == '\0' ? part(line, p, column, head) : upTo(line, p, column, head);
            if (end < 0) {
                head.complete = false;
                return timed && finish(line, p, head);
            }
            timed |= column.kind() == Kind.STAMP;
            p = end;
        }
        return finish(line, p, head);
    }

    private static int priority(String line, Head head) {
        int end = Priorities.end(line);
        if (end > 0) {
            head.level = Levels.ofSeverity(Priorities.number(line, end));
        }
        return end;
    }

    private boolean finish(String line, int p, Head head) {
        head.message = line.substring(Atoms.skipSpaces(line, p));
        return true;
    }

    private int part(String line, int p, Column column, Head head) {
        if (!atoms.expect(column.kind(), line, p)) {
            return -1;
        }
        take(line, column, head);
        return atoms.end();
    }

    private int upTo(String line, int p, Column column, Head head) {
        int at = Separators.next(line, p, column.until());
        if (at < 0) {
            return -1;
        }
        int from = Atoms.skipSpaces(line, p);
        int to = at;
        while (to > from && line.charAt(to - 1) == ' ') {
            to--;
        }
        describe(line, from, to, column.role(), head);
        return at + 1;
    }

    private void take(String line, Column column, Head head) {
        switch (column.role()) {
            case TIME -> time(head);
            case LEVEL -> level(line, head);
            case NONE -> {}
            default -> describe(line, atoms.innerStart(), atoms.innerEnd(), column.role(), head);
        }
    }

    /** The first time counts, unless it is no moment or a day only and a better one follows. */
    private void time(Head head) {
        Stamp stamp = atoms.stamp();
        if (head.time == null || dateOnly) {
            dateOnly = stamp.shape == Stamp.Shape.DATE;
            head.time = resolver.resolve(stamp);
        }
    }

    private void level(String line, Head head) {
        head.level = atoms.level();
        head.addition = Additions.isOne(line, atoms.innerStart(), atoms.innerEnd());
    }

    private static void describe(String line, int from, int to, Role role, Head head) {
        switch (role) {
            case HOST -> head.host = line.substring(from, to);
            case PROCESS -> process(line, from, to, head);
            case PID -> pid(line, from, head);
            case ORIGIN -> origin(line, from, to, head);
            case LEVEL -> level(line, from, to, head);
            case TIME, NONE -> {}
        }
    }

    private static void process(String line, int from, int to, Head head) {
        int pid = Names.pid(line, from, to);
        if (pid >= 0) {
            head.pid = pid;
        }
        if (hasLetter(line, from, to)) {
            head.process = line.substring(from, Names.bare(line, from, to)).trim();
        } else {
            pid(line, Digits.charAt(line, from) == '#' ? from + 1 : from, head);
        }
    }

    private static boolean hasLetter(String line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetter(line.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static void pid(String line, int from, Head head) {
        int digits = Digits.run(line, from, 9);
        if (digits > 0 && head.pid < 0) {
            head.pid = (int) Digits.number(line, from, digits);
        }
    }

    private static void level(String line, int from, int to, Head head) {
        Level stated = Levels.ofWord(line, from, to);
        if (stated == null && to - from == 1) {
            stated = Levels.ofLetter(line.charAt(from));
        }
        head.level = stated == null ? Level.UNKNOWN : stated;
    }

    /** {@code [1234]} and {@code [pid 1234:tid 5]} say the process id; other brackets the thread, when nothing else is known. */
    private static void origin(String line, int from, int to, Head head) {
        int at = line.startsWith("pid", from) ? Atoms.skipSpaces(line, from + 3) : from;
        at = Digits.charAt(line, at) == '#' ? at + 1 : at;
        int digits = Digits.run(line, at, 9);
        boolean number = digits > 0 && (at + digits == to || Digits.charAt(line, at + digits) == ':');
        if (number && head.pid < 0) {
            head.pid = (int) Digits.number(line, at, digits);
        } else if (head.process.isEmpty() && !number && to - from <= LONGEST_ORIGIN) {
            head.process = line.substring(from, to).trim();
        }
    }

    @Override
    public String toString() {
        return name + columns;
    }

    /** Whether heads of this format carry a time of the calendar. */
    boolean hasTime() {
        return columns.stream().anyMatch(c -> c.role() == Role.TIME);
    }
}
