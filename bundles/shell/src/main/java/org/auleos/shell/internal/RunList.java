package org.auleos.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.auleos.api.run.RunView;
import org.auleos.api.run.Runs;

/** Lists runs. */
@Service
@Command(scope = "run", name = "list", description = "List runs, newest first.")
@SuppressWarnings("NullAway.Init") // the shell sets the fields
public final class RunList extends Base {

    @Reference
    private Runs runs;

    @Option(name = "-n", aliases = "--limit", description = "at most so many")
    private int limit = 20;

    @Override
    void run() {
        ShellTable table = table("Run", "State", "Plan", "By", "Submitted", "Goal");
        for (RunView run : runs.list(Math.max(1, limit))) {
            row(
                    table,
                    run.id(),
                    Shown.word(run.state()),
                    run.plan(),
                    run.by(),
                    Shown.time(run.submitted()),
                    run.goal().text());
        }
        table.print(out());
    }
}
