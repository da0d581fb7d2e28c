package org.auleos.cli;

import java.util.List;

/** The commands about the ledger. */
final class LedgerCommands {

    private LedgerCommands() {}

    static List<Command> all() {
        return List.of(new ShowHead(), new ListEvents(), new Verify());
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
            return "show the newest durable record and its hash";
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(0);
            View head = context.node().get("/ledger/head");
            if (args.has(Option.JSON)) {
                context.screen().json(head.json());
            } else {
                context.screen()
                        .line("#" + head.text("sequence") + " of " + head.text("node") + ", epoch " + head.text("epoch")
                                + "  " + head.text("hash"));
            }
            return 0;
        }
    }

    private record ListEvents() implements Command {

        private static final Option FROM = new Option("--from", "N", "from this sequence on");
        private static final Option RUN = new Option("--run", "ID", "of this run only");
        private static final Option TYPE = new Option("--type", "TYPE", "of this type, or beginning with it");
        private static final Option TEXT = new Option("--text", "TEXT", "containing this text");
        private static final Option LIMIT = new Option("--limit", "N", "at most so many, 100 unless said");

        @Override
        public String name() {
            return "ledger list";
        }

        @Override
        public String usage() {
            return "[--from N] [--run ID] [--type TYPE] [--text TEXT] [--limit N] [--json]";
        }

        @Override
        public String summary() {
            return "list events";
        }

        @Override
        public List<Option> options() {
            return List.of(FROM, RUN, TYPE, TEXT, LIMIT, Option.JSON);
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(0);
            StringBuilder query = new StringBuilder("/ledger/events?");
            for (Option option : List.of(FROM, RUN, TYPE, TEXT, LIMIT)) {
                args.value(option)
                        .ifPresent(value -> query.append(option.name().substring(2))
                                .append('=')
                                .append(Node.encoded(value))
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

    private record Verify() implements Command {

        @Override
        public String name() {
            return "ledger verify";
        }

        @Override
        public String usage() {
            return "[--json]";
        }

        @Override
        public String summary() {
            return "recompute every hash of the chain";
        }

        @Override
        public String more() {
            return "Exit code: 0 intact, 1 damaged, 2 could not look.";
        }

        @Override
        public int run(Args args, Context context) {
            args.noMoreThan(0);
            View found = context.node().get("/ledger/verify");
            boolean intact = found.yes("intact");
            if (args.has(Option.JSON)) {
                context.screen().json(found.json());
            } else if (intact) {
                context.screen().line("intact: " + Words.count(found.number("checked"), "record") + " checked");
            } else {
                context.screen().line("DAMAGED at #" + found.text("badSequence") + ": " + found.text("problem"));
            }
            return intact ? 0 : 1;
        }
    }
}
