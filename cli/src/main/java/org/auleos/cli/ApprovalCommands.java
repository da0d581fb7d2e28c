package org.auleos.cli;

import java.util.List;
import org.auleos.json.Json;

/** The commands about calls of agents that wait for people. */
final class ApprovalCommands {

    private static final Option YES = new Option("--yes", "", "do not ask on a terminal");

    private ApprovalCommands() {}

    static List<Command> all() {
        return List.of(new ListApprovals(), new Approve(), new Deny());
    }

    /** True when the person at the terminal wants it, or nobody is there to ask. */
    private static boolean wanted(String question, Args args, Context context) {
        return args.has(YES) || !context.screen().terminal() || context.confirms(question);
    }

    private record ListApprovals() implements Command {

        private static final Option ALL = new Option("--all", "", "the decided ones of late too");

        @Override
        public String name() {
            return "approvals";
        }

        @Override
        public String usage() {
            return "[ID] [--all] [--json]";
        }

        @Override
        public String summary() {
            return "list what agents wait for people with, or show the exact call of one";
        }

        @Override
        public List<Option> options() {
            return List.of(ALL, Option.JSON);
        }

        @Override
        public String more() {
            return """
                    A rule of the policy asks people; docs/policy.md says how to write one.

                      aule approvals
                      aule approvals a-0007
                      aule approve a-0007""";
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(1);
            if (args.words().isEmpty()) {
                list(args, context);
                return 0;
            }
            ApprovalView one = ApprovalView.of(args.word(0, "the approval's id"), context.node());
            if (args.has(Option.JSON)) {
                context.screen().json(one.body().json());
            } else {
                one.print(context.screen());
            }
            return 0;
        }

        private static void list(Args args, Context context) {
            View page = context.node().get("/approvals?limit=1000" + (args.has(ALL) ? "&all=true" : ""));
            if (args.has(Option.JSON)) {
                context.screen().json(new Json.Arr(page.items("items")));
                return;
            }
            if (page.items("items").isEmpty()) {
                context.screen().line("nothing waits for people");
                return;
            }
            Table table = new Table(1, "ID", "STATE", "TOOL", "RISK", "AGENT", "RUN", "UNIT", "YES", "EXPIRES", "WHY");
            page.views("items").forEach(approval -> row(approval, table));
            table.print(context.screen());
        }

        private static void row(View approval, Table table) {
            View call = approval.view("call");
            table.row(
                    approval.text("id"),
                    approval.text("state"),
                    call.text("tool"),
                    call.text("risk"),
                    call.text("actor"),
                    call.text("run"),
                    call.text("unit"),
                    approval.items("approvedBy").size() + "/" + approval.text("people"),
                    Words.time(approval.text("expires")),
                    approval.has("problem") ? approval.text("problem") : approval.text("why"));
        }
    }

    private record Approve() implements Command {

        @Override
        public String name() {
            return "approve";
        }

        @Override
        public String usage() {
            return "ID [--yes] [--json]";
        }

        @Override
        public String summary() {
            return "show the exact call an agent waits with, and let it run once";
        }

        @Override
        public List<Option> options() {
            return List.of(YES, Option.JSON);
        }

        @Override
        public String more() {
            return "Exit code: 0 approved, 1 you said no, 2 it could not be approved, or not by you.";
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(1);
            ApprovalView shown = ApprovalView.of(args.word(0, "the approval's id"), context.node());
            Screen screen = context.screen();
            if (!args.has(Option.JSON)) {
                shown.print(screen);
            }
            if (shown.pending() && !wanted("approve exactly this call?", args, context)) {
                screen.note("nothing was approved");
                return 1;
            }
            Json.Obj body = Json.empty().with("digest", Json.of(shown.digest()));
            View answer = context.node().post("/approvals/" + Node.encoded(shown.id()) + "/approve", body);
            if (args.has(Option.JSON)) {
                screen.json(answer.json());
                return 0;
            }
            long missing = answer.number("people") - answer.items("approvedBy").size();
            screen.line("approved " + shown.id() + (missing > 0 ? "; it needs " + missing + " more" : ", for one use"));
            return 0;
        }
    }

    private record Deny() implements Command {

        private static final Option WHY =
                new Option("--why", "TEXT", "why, for the record and for the owner of the run");

        @Override
        public String name() {
            return "deny";
        }

        @Override
        public String usage() {
            return "ID [--why TEXT] [--yes] [--json]";
        }

        @Override
        public String summary() {
            return "refuse a call an agent waits with; its unit fails";
        }

        @Override
        public List<Option> options() {
            return List.of(WHY, YES, Option.JSON);
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(1);
            ApprovalView shown = ApprovalView.of(args.word(0, "the approval's id"), context.node());
            Screen screen = context.screen();
            if (!args.has(Option.JSON)) {
                shown.print(screen);
            }
            if (shown.pending() && !wanted("deny this call?", args, context)) {
                screen.note("nothing was denied");
                return 1;
            }
            Json.Obj body = args.value(WHY)
                    .map(why -> Json.empty().with("reason", Json.of(why)))
                    .orElse(Json.empty());
            View answer = context.node().post("/approvals/" + Node.encoded(shown.id()) + "/deny", body);
            if (args.has(Option.JSON)) {
                screen.json(answer.json());
            } else {
                screen.line(shown.id() + " " + answer.text("problem"));
            }
            return 0;
        }
    }
}
