package org.auleos.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.auleos.api.run.UndoPlan;
import org.auleos.api.run.UndoRequest;

/** Takes back what a run did. */
@Service
@Command(scope = "run", name = "undo", description = "Take back what a run did, newest effect first.")
public final class RunUndo extends RunBase {

    @Option(name = "--to", description = "go back to this unit, which stays; otherwise to the start")
    private String to = "";

    @Option(name = "--dry-run", description = "only say what can be taken back, and what cannot")
    private boolean dryRun;

    @Option(
            name = "--partly",
            description = "leave what cannot be taken back, or was changed meanwhile; take back the rest")
    private boolean partly;

    @Option(name = "-r", aliases = "--reason", description = "why, for the record")
    private String reason = "asked in the shell";

    @Override
    void run() throws InterruptedException {
        String run = id();
        asked(() -> {
            if (dryRun) {
                print(runs.undoPlan(run, to, person()));
                return;
            }
            int steps = runs.undo(run, new UndoRequest(to, partly, reason), person())
                    .steps()
                    .size();
            say(
                    steps == 0
                            ? "run " + run + ": nothing is left to take back"
                            : "run " + run + ": taking back " + steps + " effects; run:show " + run + " shows how");
        });
    }

    private static void print(UndoPlan plan) {
        ShellTable table = table("Unit", "Tool", "Intent", "Undoable", "Why");
        for (UndoPlan.Step step : plan.steps()) {
            row(table, step.unit(), step.tool(), step.intent(), step.undoable() ? "yes" : "no", step.why());
        }
        table.print(out());
    }
}
