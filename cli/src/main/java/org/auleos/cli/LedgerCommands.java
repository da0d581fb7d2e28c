package org.auleos.cli;

import java.time.Instant;
import java.util.List;
import org.auleos.json.Json;

/** The commands about the ledger. */
final class LedgerCommands {

    private LedgerCommands() {}

    static List<Command> all() {
        return List.of(
                new ShowHead(),
                new ShowKey(),
                new ListEvents(),
                new LedgerVerifyCommand(),
                new LedgerExportCommand(),
                new LedgerProveCommand());
    }

    private record ShowHead() implements Command {

        @Override
        public String name() {
            return "ledger head";
        }

        @Override
        public String usage() {
            return "[--json]";
        }

        @Override
        public String summary() {
            return "print the newest signed checkpoint, to be kept elsewhere";
        }

        @Override
        public String more() {
            return "Its first lines: the ledger, how many records it has, the root over them. Whoever keeps it can later show with"
                    + "\naule ledger verify --witness FILE, or offline with VerifyLedger.java, that no record up to there was changed.";
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(0);
            View checkpoint = context.node().get("/ledger/checkpoint");
            if (args.has(Option.JSON)) {
                context.screen().json(checkpoint.json());
            } else {
                checkpoint.text("note").lines().forEach(context.screen()::line);
            }
            return 0;
        }
    }

    private record ShowKey() implements Command {

        @Override
        public String name() {
            return "ledger key";
        }

        @Override
        public String usage() {
            return "[--json]";
        }

        @Override
        public String summary() {
            return "print the public key that verifies checkpoints";
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(0);
            String key = context.node().get("/ledger/checkpoint").text("key");
            if (args.has(Option.JSON)) {
                context.screen().json(Json.empty().with("key", Json.of(key)));
            } else {
                context.screen().line(key);
            }
            return 0;
        }
    }

    private record ListEvents() implements Command {

        private static final Option FROM = new Option("--from", "N", "from this sequence on");
        private static final Option RUN = new Option("--run", "ID", "of this run only");
        private static final Option TYPE = new Option("--type", "TYPE", "of this type, or beginning with it");
        private static final Option TEXT = new Option("--text", "TEXT", "containing this text");
        private static final Option ACTOR = new Option("--actor", "WHO", "done by user:NAME, agent:ROLE or kernel");
        private static final Option TOOL = new Option("--tool", "NAME", "about calls of this tool");
        private static final Option SINCE =
                new Option("--since", "TIME", "from then on: 2026-11-21T10:00:00Z, or 24h, 7d, PT30M back");
        private static final Option UNTIL = new Option("--until", "TIME", "before then");
        private static final Option LIMIT = new Option("--limit", "N", "at most so many, 100 unless said");

        @Override
        public String name() {
            return "ledger list";
        }

        @Override
        public String usage() {
            return "[--from N] [--run ID] [--type TYPE] [--text TEXT] [--actor WHO] [--tool NAME]\n"
                    + "  [--since TIME] [--until TIME] [--limit N] [--json]";
        }

        @Override
        public String summary() {
            return "list events";
        }

        @Override
        public List<Option> options() {
            return List.of(FROM, RUN, TYPE, TEXT, ACTOR, TOOL, SINCE, UNTIL, LIMIT, Option.JSON);
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(0);
            StringBuilder query = new StringBuilder("/ledger/events?");
            for (Option option : List.of(FROM, RUN, TYPE, TEXT, ACTOR, TOOL, LIMIT)) {
                args.value(option)
                        .ifPresent(value -> query.append(option.name().substring(2))
                                .append('=')
                                .append(Node.encoded(value))
                                .append('&'));
            }
            for (Option option : List.of(SINCE, UNTIL)) {
                args.value(option)
                        .ifPresent(value -> query.append(option.name().substring(2))
                                .append('=')
                                .append(Node.encoded(
                                        Moment.of(value, Instant.now()).toString()))
                                .append('&'));
            }
            View page = context.node().get(query.substring(0, query.length() - 1));
            if (args.has(Option.JSON)) {
                context.screen().json(page.json());
                return 0;
            }
            page.views("items").forEach(event -> EventLine.print(event, context.screen()));
            if (page.has("next")) {
                context.screen().note("more: --from " + page.text("next"));
            }
            return 0;
        }
    }
}
