package org.auleos.cli;

import java.util.List;
import org.auleos.json.Json;

/** The commands about runs. */
final class RunCommands {

    private RunCommands() {}

    static List<Command> all() {
        return List.of(
                new ListRuns(),
                new ShowRun(),
                new WhyRun(),
                new RunEvents(),
                new CancelRun(),
                new ResolveRun(),
                new UndoRun(),
                new KeepRun());
    }

    private record ListRuns() implements Command {

        private static final Option LIMIT = new Option("--limit", "N", "at most so many, 20 unless said");

        @Override
        public String name() {
            return "run list";
        }

        @Override
        public String usage() {
            return "[--limit N] [--json]";
        }

        @Override
        public String summary() {
            return "list runs, newest first";
        }

        @Override
        public List<Option> options() {
            return List.of(LIMIT, Option.JSON);
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(0);
            View page = context.node()
                    .get("/runs?limit=" + Node.encoded(args.value(LIMIT).orElse("20")));
            if (args.has(Option.JSON)) {
                context.screen().json(new Json.Arr(page.items("items")));
                return 0;
            }
            Table table = new Table(1, "RUN", "STATE", "PLAN", "BY", "SUBMITTED", "GOAL");
            page.views("items")
                    .forEach(run -> table.row(
                            run.text("id"),
                            run.text("state"),
                            run.text("plan"),
                            run.text("by"),
                            Words.time(run.text("submitted")),
                            run.text("text")));
            table.print(context.screen());
            return 0;
        }
    }

    private record ShowRun() implements Command {

        @Override
        public String name() {
            return "run show";
        }

        @Override
        public String usage() {
            return "ID|last [--json]";
        }

        @Override
        public String summary() {
            return "show a run: its goal, its plan, its units";
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(1);
            Node node = context.node();
            View run = node.get("/runs/" + Node.encoded(RunId.of(args.word(0, "the run's id, or last"), node)));
            if (args.has(Option.JSON)) {
                context.screen().json(run.json());
            } else {
                print(run, context.screen());
            }
            return 0;
        }

        private static void print(View run, Screen screen) {
            screen.styled(screen.style(Screen.Style.BOLD, run.text("id")) + "  "
                    + screen.style(Screen.Style.of(run.text("state")), run.text("state")) + "  "
                    + Clean.line(run.view("goal").text("text")));
            screen.line("plan       " + run.text("plan") + ": " + run.text("why"));
            screen.line("asked      by " + run.text("by") + ", " + Words.time(run.text("submitted")));
            if (run.has("finished")) {
                screen.line("over       " + Words.time(run.text("finished")));
            }
            if (run.has("problem")) {
                screen.line("problem    " + run.text("problem"));
            }
            screen.line();
            Table table = new Table(1, "UNIT", "STATE", "AGENT", "TOOL", "TRIES", "WHAT");
            run.views("units")
                    .forEach(unit -> table.row(
                            unit.text("id"),
                            unit.text("state"),
                            unit.text("role"),
                            unit.text("tool"),
                            unit.text("attempts"),
                            unit.has("problem") ? unit.text("problem") : unit.text("title")));
            table.print(screen);
        }
    }

    private record WhyRun() implements Command {

        @Override
        public String name() {
            return "run why";
        }

        @Override
        public String usage() {
            return "ID|last [--json]";
        }

        @Override
        public String summary() {
            return "say why a run did what it did, with the ledger's evidence";
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(1);
            Node node = context.node();
            View why =
                    node.get("/runs/" + Node.encoded(RunId.of(args.word(0, "the run's id, or last"), node)) + "/why");
            if (args.has(Option.JSON)) {
                context.screen().json(why.json());
            } else {
                print(why, "", context.screen());
            }
            return 0;
        }

        private static void print(View why, String indent, Screen screen) {
            StringBuilder evidence = new StringBuilder();
            for (Json sequence : why.items("evidence")) {
                evidence.append(evidence.length() == 0 ? "" : " ").append('#').append(sequence.text());
            }
            screen.styled(indent + screen.style(Screen.Style.BOLD, why.text("subject")) + ": "
                    + Clean.line(why.text("reason")) + "  "
                    + screen.style(Screen.Style.DIM, evidence.toString()));
            why.views("below").forEach(below -> print(below, indent + "  ", screen));
        }
    }

    private record RunEvents() implements Command {

        @Override
        public String name() {
            return "run events";
        }

        @Override
        public String usage() {
            return "ID|last [--json]";
        }

        @Override
        public String summary() {
            return "follow a run's events until it is over";
        }

        @Override
        public String more() {
            return "With --json every event is one line.";
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(1);
            Node node = context.node();
            Screen screen = context.screen();
            String id = RunId.of(args.word(0, "the run's id, or last"), node);
            new Follower(node).follow(id, event -> {
                if (args.has(Option.JSON)) {
                    screen.line(event.data().json().text());
                } else {
                    EventLine.print(event.data(), screen);
                }
            });
            return 0;
        }
    }

    private record CancelRun() implements Command {

        private static final Option REASON = new Option("--reason", "TEXT", "why, for the record");

        @Override
        public String name() {
            return "run cancel";
        }

        @Override
        public String usage() {
            return "ID|last [--reason TEXT] [--json]";
        }

        @Override
        public String summary() {
            return "end a run; what it did stays done";
        }

        @Override
        public List<Option> options() {
            return List.of(REASON, Option.JSON);
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(1);
            Node node = context.node();
            String id = RunId.of(args.word(0, "the run's id, or last"), node);
            Json.Obj body = args.value(REASON)
                    .map(reason -> Json.empty().with("reason", Json.of(reason)))
                    .orElse(Json.empty());
            View answer = node.post("/runs/" + Node.encoded(id) + "/cancel", body);
            if (args.has(Option.JSON)) {
                context.screen().json(answer.json());
            } else {
                context.screen().line("asked run " + id + " to end");
            }
            return 0;
        }
    }
}
