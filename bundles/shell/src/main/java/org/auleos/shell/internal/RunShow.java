package org.auleos.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.auleos.api.run.RunView;

/** Shows one run. */
@Service
@Command(scope = "run", name = "show", description = "Show a run: its goal, its plan, its units.")
public final class RunShow extends RunBase {

    @Override
    void run() {
        RunView run = runs.run(id()).orElseThrow(this::unknown);
        say(run.id() + "  " + Shown.word(run.state()) + "  " + run.goal().text());
        say("plan     " + run.plan() + ": " + run.why());
        say("asked    by " + run.by() + ", " + Shown.time(run.submitted()));
        run.problem().ifPresent(problem -> say("problem  " + problem));
        ShellTable table = table("Unit", "State", "Agent", "Tool", "Tries", "What");
        for (RunView.UnitView unit : run.units()) {
            row(
                    table,
                    unit.id(),
                    Shown.word(unit.state()),
                    unit.role(),
                    unit.tool(),
                    unit.attempts(),
                    unit.problem().orElse(unit.title()));
        }
        table.print(out());
    }
}
