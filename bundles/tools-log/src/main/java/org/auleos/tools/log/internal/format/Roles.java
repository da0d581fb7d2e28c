package org.auleos.tools.log.internal.format;

import java.util.ArrayList;
import java.util.List;
import org.auleos.tools.log.internal.format.Atoms.Kind;
import org.auleos.tools.log.internal.format.Column.Role;

/** Decides what each column of a head says about the record. */
final class Roles {

    private final List<Column> columns;

    private Roles(List<Column> columns) {
        this.columns = new ArrayList<>(columns);
    }

    /** Returns the columns with their roles. */
    static List<Column> assign(List<Column> columns) {
        Roles roles = new Roles(columns);
        roles.all(Kind.STAMP, Role.TIME);
        roles.set(roles.first(Kind.LEVEL), Role.LEVEL);
        roles.letter();
        roles.words();
        roles.number();
        roles.all(Kind.GROUP, Role.ORIGIN);
        return roles.columns;
    }

    private boolean has(Role role) {
        return columns.stream().anyMatch(c -> c.role() == role);
    }

    private int first(Kind kind) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }

    private void set(int place, Role role) {
        if (place >= 0) {
            columns.set(place, columns.get(place).as(role));
        }
    }

    /** The first number after the time is the process id, unless the message follows it: then it may count anything. */
    private void number() {
        for (int i = Math.max(0, first(Kind.STAMP)); i < columns.size() - 1; i++) {
            if (columns.get(i).kind() == Kind.NUMBER) {
                set(i, Role.PID);
                return;
            }
        }
    }

    private void letter() {
        if (!has(Role.LEVEL)) {
            set(first(Kind.LETTER), Role.LEVEL);
        }
    }

    /** A name is the process and the word before it, after the time, the host; without a name the last word is the process. */
    private void words() {
        int name = first(Kind.NAME);
        int time = first(Kind.STAMP);
        if (time > 0 && columns.get(time - 1).kind() == Kind.WORD) {
            set(time - 1, Role.ORIGIN);
        }
        if (name >= 0) {
            set(name, Role.PROCESS);
            int host = name - 1;
            if (host > time && columns.get(host).kind() == Kind.WORD) {
                set(host, Role.HOST);
            }
            return;
        }
        set(lastWord(time), Role.PROCESS);
    }

    /** The last word after the time; among the parts between bars the second from the level on, its logger by custom. */
    private int lastWord(int time) {
        int level = Math.max(first(Kind.LEVEL), first(Kind.LETTER));
        int last = -1;
        int bars = 0;
        for (int i = Math.max(0, time); i < columns.size(); i++) {
            Column column = columns.get(i);
            boolean bar = column.until() == '|';
            if (column.kind() == Kind.WORD && (!bar || bars < (level >= 0 ? 2 : 1))) {
                last = i;
                bars += bar ? 1 : 0;
            }
        }
        return last;
    }

    private void all(Kind kind, Role role) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() == kind) {
                set(i, role);
            }
        }
    }
}
