package org.auleos.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.auleos.json.Json;

/** Breaks a small real service and repairs it through the platform, step by step; nothing in it is staged. */
final class DemoCommand implements Command {

    private static final Option YES = new Option("--yes", "", "answer every question with yes");
    private static final int ATTEMPTS = 3;

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String usage() {
        return "[--yes]";
    }

    @Override
    public String summary() {
        return "watch a broken service being triaged, repaired, verified and the repair undone";
    }

    @Override
    public List<Option> options() {
        return List.of(YES);
    }

    @Override
    public String more() {
        return """
                Everything happens in a scratch folder below the home directory, which is removed at the end.

                Exit code: 0 repaired and verified, 1 you declined, 2 it did not work.""";
    }

    @Override
    public int run(Args args, Context context) {
        args.noMoreThan(0);
        context.node();
        try (DemoService service = new DemoService(context.home())) {
            return new Demonstration(service, context, args.has(YES)).run();
        }
    }

    /** One showing. */
    private static final class Demonstration {

        private final DemoService service;
        private final Context context;
        private final Screen screen;
        private final Node node;
        private final boolean yes;

        Demonstration(DemoService service, Context context, boolean yes) {
            this.service = service;
            this.context = context;
            this.screen = context.screen();
            this.node = context.node();
            this.yes = yes;
        }

        int run() {
            breakIt();
            View action = triage();
            step("The fix it proposes");
            screen.line("  " + action.text("tool") + " "
                    + action.view("input").json().text());
            screen.line(
                    "  " + action.text("why") + (action.yes("undoable") ? " (can be undone)" : " (cannot be undone)"));
            if (!agreed("Apply it?")) {
                screen.line("Nothing was changed.");
                return 1;
            }
            View outcome = apply(action);
            verify();
            undo(outcome);
            return 0;
        }

        private void breakIt() {
            step("A small service");
            screen.line("  folder " + service.folder());
            require(service.start(), "the service did not start at first");
            screen.line("  it answers on http://127.0.0.1:" + service.port() + "/, its key has mode " + service.mode());
            service.stop();
            service.deployCarelessly();
            step("A careless release");
            screen.line("  it brings a new signing.key with mode " + service.mode() + "; the service is restarted");
            for (int i = 0; i < ATTEMPTS; i++) {
                require(!service.start(), "the service started although its key is readable by everybody");
            }
            screen.line("  it gave up " + ATTEMPTS + " times; its log is " + service.log());
        }

        private View triage() {
            step("aule triage " + service.log());
            Json.Arr paths = Json.strings(List.of(service.log().toString()));
            Json.Obj goal = Json.empty()
                    .with("text", Json.of("triage"))
                    .with("parameters", Json.empty().with("paths", paths))
                    .with("paths", paths);
            Progress progress = new Progress(screen);
            String run = node.post("/goals", goal).text("run");
            new Follower(node).follow(run, progress::on);
            progress.clear();
            Report report = new Report(run, node.get("/runs/" + run + "/result"), List.of(), progress.elapsedMillis());
            report.print(screen);
            return fix(report)
                    .orElseThrow(() -> new Failure(
                            "triage proposed nothing that changes the key's mode",
                            "look at what it did: aule run why " + run));
        }

        /** The proposed action that is about the key, whatever tool it names. */
        private Optional<View> fix(Report report) {
            return report.findings().stream()
                    .map(finding -> finding.view("action"))
                    .filter(action -> action.text("tool").startsWith("fs.") && action.yes("undoable"))
                    .filter(action -> action.view("input")
                            .text("path")
                            .equals(service.key().toString()))
                    .findFirst();
        }

        private View apply(View action) {
            step("Applying");
            String tool = action.text("tool");
            Json.Obj input = action.view("input").json();
            List<String> grants = grants(node.get("/tools/" + Node.encoded(tool)), action.view("input"));
            screen.line("  granted for this one call: " + String.join(", ", grants));
            View outcome = node.post(
                    "/tools/" + Node.encoded(tool) + "/call",
                    Json.empty().with("input", input).with("grants", Json.strings(grants)));
            require(
                    outcome.text("state").equals("done"),
                    "the fix was not applied: " + outcome.text("state") + ", " + outcome.text("message"));
            screen.line("  done; the key has mode " + service.mode() + " now");
            return outcome;
        }

        /** The tool's permission templates with the input put in: what the call needs and not more. */
        private static List<String> grants(View tool, View input) {
            List<String> grants = new ArrayList<>();
            for (Json template : tool.items("permissions")) {
                String grant = template instanceof Json.Str text ? text.value() : "";
                for (String name : input.json().members().keySet()) {
                    grant = grant.replace("{" + name + "}", input.text(name));
                }
                grants.add(grant);
            }
            return grants;
        }

        private void verify() {
            step("Verifying");
            require(service.start(), "the service still does not start");
            Json.Obj input = Json.empty().with("host", Json.of("127.0.0.1")).with("port", Json.of(service.port()));
            View probe = node.post("/tools/net.check_port/call", Json.empty().with("input", input));
            screen.line("  net.check_port says " + probe.view("output").json().text());
            require(
                    probe.view("output").text("state").equals("open"),
                    "the probe does not find the port open: " + probe.text("state") + " " + probe.text("message"));
            require(service.answers(), "the service does not answer");
            screen.styled("  " + screen.style(Screen.Style.GREEN, "the service answers again"));
        }

        private void undo(View outcome) {
            step("Undo");
            screen.line("  the call is event #" + outcome.text("intent") + " of the ledger; aule tool undo "
                    + outcome.text("intent") + " takes it back");
            if (agreed("Take it back, to see that it works?")) {
                Json.Obj intent = Json.empty().with("intent", Json.of(outcome.number("intent")));
                View undone = node.post("/tools/undo", intent);
                require(undone.text("state").equals("done"), "it was not taken back: " + undone.text("message"));
                screen.line("  taken back; the key has mode " + service.mode() + " again, as before the fix");
            }
            screen.line();
            screen.line("Every step stands in the ledger: aule ledger list --type tool; aule ledger verify");
        }

        private boolean agreed(String question) {
            return yes || context.confirms(question);
        }

        private void step(String title) {
            screen.line();
            screen.styled(screen.style(Screen.Style.BOLD, title));
        }

        private static void require(boolean holds, String problem) {
            if (!holds) {
                throw new Failure(problem, "");
            }
        }
    }
}
