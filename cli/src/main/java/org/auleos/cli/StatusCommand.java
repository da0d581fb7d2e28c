package org.auleos.cli;

/** How the node does. */
final class StatusCommand implements Command {

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String usage() {
        return "[--json]";
    }

    @Override
    public String summary() {
        return "show how the running node does";
    }

    @Override
    public int run(Args args, Context context) {
        args.noMoreThan(0);
        View status = context.node().get("/status");
        if (args.has(Option.JSON)) {
            context.screen().json(status.json());
        } else {
            print(status, context.screen());
        }
        return 0;
    }

    private static void print(View status, Screen screen) {
        View load = status.view("load");
        View memory = status.view("memory");
        View ledger = status.view("ledger");
        screen.line("auleOS " + status.text("version") + ", node " + status.text("node") + ", pid " + status.text("pid")
                + ", Java " + status.text("java") + ", up " + Words.elapsed(status.number("uptimeMs")));
        screen.line("work    " + load.text("running") + " running, " + load.text("waiting") + " waiting");
        screen.line("tools   " + status.text("tools"));
        screen.line("heap    " + Words.bytes(memory.number("heapUsedBytes")) + " of "
                + Words.bytes(memory.number("heapMaxBytes")));
        View health = ledger.view("health");
        screen.line("ledger  #" + ledger.text("sequence") + "  " + ledger.text("hash"));
        if (!health.text("sentence").isEmpty()) {
            screen.line("        " + Words.upper(health.text("state")) + ": " + health.text("sentence"));
        }
    }
}
