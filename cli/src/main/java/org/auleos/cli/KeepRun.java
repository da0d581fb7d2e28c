package org.auleos.cli;

import java.util.List;
import org.auleos.json.Json;

/** Says that the effects of a failed run stay. */
record KeepRun() implements Command {

    private static final Option REASON = new Option("--reason", "TEXT", "why, for the record");

    @Override
    public String name() {
        return "run keep";
    }

    @Override
    public String usage() {
        return "ID|last [--reason TEXT] [--json]";
    }

    @Override
    public String summary() {
        return "leave what a failed run did that is held to ask; run undo takes it back";
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
        View answer = node.post("/runs/" + Node.encoded(id) + "/keep", body);
        if (args.has(Option.JSON)) {
            context.screen().json(answer.json());
        } else {
            context.screen().line("what run " + id + " did stays");
        }
        return 0;
    }
}
