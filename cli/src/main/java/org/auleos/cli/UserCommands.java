package org.auleos.cli;

import java.util.List;
import org.auleos.json.Json;

/** The commands about people. */
final class UserCommands {

    private UserCommands() {}

    static List<Command> all() {
        return List.of(new ListUsers(), new AddUser(), new RemoveUser());
    }

    private record ListUsers() implements Command {

        @Override
        public String name() {
            return "user list";
        }

        @Override
        public String usage() {
            return "[--json]";
        }

        @Override
        public String summary() {
            return "list the people who have access";
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(0);
            View page = context.node().get("/users?limit=1000");
            if (args.has(Option.JSON)) {
                context.screen().json(new Json.Arr(page.items("items")));
                return 0;
            }
            Table table = new Table(-1, "NAME", "ROLE");
            page.views("items").forEach(user -> table.row(user.text("name"), user.text("role")));
            table.print(context.screen());
            return 0;
        }
    }

    private record AddUser() implements Command {

        private static final Option ROLE = new Option("--role", "ROLE", "viewer, operator or admin");

        @Override
        public String name() {
            return "user add";
        }

        @Override
        public String usage() {
            return "NAME --role viewer|operator|admin [--json]";
        }

        @Override
        public String summary() {
            return "give a person access: prints a token and an SSH key, once";
        }

        @Override
        public List<Option> options() {
            return List.of(ROLE, Option.JSON);
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(1);
            String name = args.word(0, "the person's name");
            String role = args.value(ROLE)
                    .orElseThrow(() -> new Failure("missing --role", "viewer looks, operator acts, admin manages"));
            Json.Obj body = Json.empty().with("name", Json.of(name)).with("role", Json.of(role));
            View made = context.node().post("/users", body);
            if (args.has(Option.JSON)) {
                context.screen().json(made.json());
                return 0;
            }
            Screen screen = context.screen();
            screen.line("token (for REST, Authorization: Bearer):");
            screen.line(made.text("token"));
            screen.line();
            screen.line("SSH key (for the shell; keep it in a file with mode 600):");
            for (String line : made.text("sshPrivateKey").split("\n", -1)) {
                screen.line(line);
            }
            screen.note("neither is kept in clear; they cannot be shown again");
            return 0;
        }
    }

    private record RemoveUser() implements Command {

        @Override
        public String name() {
            return "user remove";
        }

        @Override
        public String usage() {
            return "NAME [--json]";
        }

        @Override
        public String summary() {
            return "take a person's access away";
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(1);
            String name = args.word(0, "the person's name");
            View answer = context.node().delete("/users/" + Node.encoded(name));
            if (args.has(Option.JSON)) {
                context.screen().json(answer.json());
            } else {
                context.screen().line("removed " + name);
            }
            return 0;
        }
    }
}
