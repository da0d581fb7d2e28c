package org.auleos.cli;

import java.util.List;
import org.auleos.json.Json;
import org.auleos.json.JsonException;

/** The commands about tools. */
final class ToolCommands {

    private ToolCommands() {}

    static List<Command> all() {
        return List.of(new ListTools(), new ShowTool(), new CallTool(), new UndoCall());
    }

    private record ListTools() implements Command {

        @Override
        public String name() {
            return "tool list";
        }

        @Override
        public String usage() {
            return "[--json]";
        }

        @Override
        public String summary() {
            return "list the tools";
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(0);
            View page = context.node().get("/tools?limit=1000");
            if (args.has(Option.JSON)) {
                context.screen().json(new Json.Arr(page.items("items")));
                return 0;
            }
            Table table = new Table(-1, "TOOL", "VERSION", "EFFECT", "RISK", "UNDO", "WHAT IT DOES");
            page.views("items")
                    .forEach(tool -> table.row(
                            tool.view("pin").text("name"),
                            tool.view("pin").text("version"),
                            tool.text("effect"),
                            tool.text("risk"),
                            tool.yes("reversible") ? "yes" : "-",
                            tool.text("description")));
            table.print(context.screen());
            return 0;
        }
    }

    private record ShowTool() implements Command {

        @Override
        public String name() {
            return "tool show";
        }

        @Override
        public String usage() {
            return "NAME [--json]";
        }

        @Override
        public String summary() {
            return "show a tool: permissions, input, output";
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(1);
            View tool = context.node().get("/tools/" + Node.encoded(args.word(0, "the tool's name")));
            if (args.has(Option.JSON)) {
                context.screen().json(tool.json());
            } else {
                print(tool, context.screen());
            }
            return 0;
        }

        private static void print(View tool, Screen screen) {
            View pin = tool.view("pin");
            screen.styled(screen.style(Screen.Style.BOLD, pin.text("name")) + "  " + Clean.line(pin.text("version")));
            screen.line(tool.text("description"));
            screen.line();
            screen.line("effect       " + tool.text("effect") + ", risk " + tool.text("risk") + ", "
                    + (tool.yes("reversible") ? "can be undone" : "cannot be undone"));
            screen.line("needs        " + String.join(", ", permissions(tool)));
            screen.line("time limit   " + tool.text("timeout"));
            screen.line("code         sha256 " + pin.text("sha256"));
            screen.line();
            fields("input", tool.view("input"), screen);
            fields("output", tool.view("output"), screen);
        }

        private static List<String> permissions(View tool) {
            List<String> needed = tool.items("permissions").stream()
                    .map(item -> item instanceof Json.Str text ? text.value() : item.text())
                    .toList();
            return needed.isEmpty() ? List.of("nothing") : needed;
        }

        private static void fields(String title, View schema, Screen screen) {
            List<String> required = schema.items("required").stream()
                    .map(item -> item instanceof Json.Str text ? text.value() : "")
                    .toList();
            Table table = new Table(-1, Words.upper(title), "TYPE", "", "WHAT IT IS");
            schema.view("properties").json().members().forEach((name, value) -> {
                View field = View.of(value);
                String need = required.contains(name) ? "required" : "optional";
                table.row(name, field.text("type"), need, field.text("description"));
            });
            table.print(screen);
            screen.line();
        }
    }

    private record CallTool() implements Command {

        private static final Option GRANT =
                new Option("--grant", "CAPABILITY", "grant exactly this instead of all you may; repeatable");

        @Override
        public String name() {
            return "tool call";
        }

        @Override
        public String usage() {
            return "NAME [JSON] [--grant CAPABILITY]… [--json]";
        }

        @Override
        public String summary() {
            return "call a tool with a JSON object as its input";
        }

        @Override
        public List<Option> options() {
            return List.of(GRANT, Option.JSON);
        }

        @Override
        public String more() {
            return """
                      aule tool call fs.list '{"path":"/tmp"}'

                    Exit code: 0 done, 1 failed, denied or not known, 2 could not ask.""";
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(2);
            String name = args.word(0, "the tool's name");
            Json.Obj body = Json.empty()
                    .with("input", input(args.words().size() > 1 ? args.words().get(1) : "{}"));
            if (!args.values(GRANT).isEmpty()) {
                body = body.with("grants", Json.strings(args.values(GRANT)));
            }
            View answer = context.node().post("/tools/" + Node.encoded(name) + "/call", body);
            return Outcomes.print(answer, args.has(Option.JSON), context.screen());
        }

        private static Json input(String text) {
            try {
                return Json.object(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            } catch (JsonException e) {
                throw new Failure("the input is no JSON object: " + e.getMessage(), "e.g. '{\"path\":\"/tmp\"}'");
            }
        }
    }

    private record UndoCall() implements Command {

        @Override
        public String name() {
            return "tool undo";
        }

        @Override
        public String usage() {
            return "INTENT [--json]";
        }

        @Override
        public String summary() {
            return "take a call back, by the number of its intent in the ledger";
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(1);
            String text = args.word(0, "the intent's number (aule ledger list --type tool.intended)");
            try {
                Json.Obj body = Json.empty().with("intent", Json.of(Long.parseLong(text)));
                return Outcomes.print(
                        context.node().post("/tools/undo", body), args.has(Option.JSON), context.screen());
            } catch (NumberFormatException e) {
                throw new Failure(
                        "intent \"" + text + "\": expected a number", "aule ledger list --type tool.intended");
            }
        }
    }
}
