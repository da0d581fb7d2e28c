package org.auleos.cli;

import java.util.List;
import java.util.Optional;
import org.auleos.json.Json;

/** Takes back what a run did. */
record UndoRun() implements Command {

    private static final Option TO =
            new Option("--to", "UNIT", "go back to this unit, which stays; otherwise to the start");
    private static final Option DRY_RUN =
            new Option("--dry-run", "", "only say what can be taken back, and what cannot");
    private static final Option PARTLY =
            new Option("--partly", "", "leave what cannot be taken back, or was changed meanwhile; take back the rest");
    private static final Option REASON = new Option("--reason", "TEXT", "why, for the record");

    @Override
    public String name() {
        return "run undo";
    }

    @Override
    public String usage() {
        return "ID|last [--to UNIT] [--dry-run] [--partly] [--reason TEXT] [--json]";
    }

    @Override
    public String summary() {
        return "take back what a run did, newest effect first";
    }

    @Override
    public List<Option> options() {
        return List.of(TO, DRY_RUN, PARTLY, REASON, Option.JSON);
    }

    @Override
    public String more() {
        return """
                What somebody else changed meanwhile is not overwritten: the run is held and says so.
                Asked twice, it takes nothing back twice; stopped half-way, it goes on at the next start.

                Exit code: 0 everything asked for is taken back (or can be), 1 something is not, 2 could not ask.""";
    }

    @Override
    public int run(Args args, Context context) {
        args.noMoreThan(1);
        Node node = context.node();
        String id = RunId.of(args.word(0, "the run's id, or last"), node);
        String path = "/runs/" + Node.encoded(id);
        return args.has(DRY_RUN) ? plan(args, context, path) : undo(args, context, path);
    }

    private static int plan(Args args, Context context, String path) {
        String query = args.value(TO).map(to -> "?to=" + Node.encoded(to)).orElse("");
        View plan = context.node().get(path + "/undo" + query);
        if (args.has(Option.JSON)) {
            context.screen().json(plan.json());
        } else {
            print(plan, context.screen());
        }
        return plan.views("steps").stream().allMatch(step -> step.yes("undoable")) ? 0 : 1;
    }

    private static void print(View plan, Screen screen) {
        if (plan.views("steps").isEmpty()) {
            screen.line("run " + plan.text("run") + ": nothing is left to take back");
            return;
        }
        Table table = new Table(-1, "UNIT", "TOOL", "INTENT", "UNDOABLE", "WHY");
        plan.views("steps")
                .forEach(step -> table.row(
                        step.text("unit"),
                        step.text("tool"),
                        step.text("intent"),
                        step.yes("undoable") ? "yes" : "no",
                        step.text("why")));
        table.print(screen);
    }

    private static int undo(Args args, Context context, String path) {
        Node node = context.node();
        View plan = node.post(path + "/undo", body(args));
        if (plan.views("steps").isEmpty() && !args.has(Option.JSON)) {
            print(plan, context.screen());
            return 0;
        }
        View run = node.get(path + "/wait?seconds=20");
        while (run.text("state").equals("undoing")) {
            run = node.get(path + "/wait?seconds=20");
        }
        return show(plan, node.get(path), args.has(Option.JSON), context.screen());
    }

    private static Json.Obj body(Args args) {
        Json.Obj body = Json.empty();
        if (args.has(PARTLY)) {
            body = body.with("partly", Json.of(true));
        }
        Optional<String> to = args.value(TO);
        if (to.isPresent()) {
            body = body.with("to", Json.of(to.get()));
        }
        Optional<String> reason = args.value(REASON);
        return reason.isPresent() ? body.with("reason", Json.of(reason.get())) : body;
    }

    private static int show(View plan, View run, boolean json, Screen screen) {
        boolean undone = run.text("state").equals("undone") && !run.has("problem");
        if (json) {
            screen.json(run.json());
        } else if (undone) {
            screen.line("run " + run.text("id") + ": "
                    + Words.count(plan.views("steps").size(), "effect") + " taken back");
        } else {
            screen.note("run " + run.text("id") + " is " + run.text("state") + ": " + run.text("problem"));
        }
        boolean nothingToDo = plan.views("steps").isEmpty();
        return undone || nothingToDo ? 0 : 1;
    }
}
