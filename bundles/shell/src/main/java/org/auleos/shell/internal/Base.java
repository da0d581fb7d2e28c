package org.auleos.shell.internal;

import java.io.PrintStream;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.support.ShellUtil;
import org.apache.karaf.shell.support.table.ShellTable;
import org.auleos.api.ledger.Origin;
import org.auleos.api.ledger.Provenance;
import org.auleos.json.JsonException;
import org.jspecify.annotations.Nullable;

/** What every command has: the person behind the session and the place to write to. */
abstract class Base implements Action {

    @Override
    public final @Nullable Object execute() throws Exception {
        try {
            run();
        } catch (IllegalArgumentException | JsonException e) {
            say(Objects.toString(e.getMessage(), "refused"));
        }
        return null;
    }

    /** Does the work; an {@code IllegalArgumentException} is a refusal of what was asked and shown as one line. */
    abstract void run() throws Exception;

    /**
     * The person who logged in. Taken from the log-in itself and not from a variable of the session, which they could set.
     */
    static Provenance person() {
        String name = ShellUtil.getCurrentUserName();
        if (name == null) {
            throw new IllegalStateException("this session has no user; log in over SSH with your key");
        }
        return Provenance.person(name, new Origin("ssh", ""));
    }

    /** The command's own output, which the shell leads into a pipe where there is one. */
    static PrintStream out() {
        return System.out;
    }

    static void say(String text) {
        out().println(Shown.line(text));
    }

    static ShellTable table(String... columns) {
        ShellTable table = new ShellTable();
        for (String column : columns) {
            table.column(column);
        }
        return table;
    }

    static void row(ShellTable table, Object... cells) {
        Object[] cleaned = new Object[cells.length];
        for (int i = 0; i < cells.length; i++) {
            cleaned[i] = Shown.line(Objects.toString(cells[i], ""));
        }
        table.addRow().addContent(cleaned);
    }
}
