package org.auleos.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.auleos.json.Json;
import org.auleos.json.JsonException;

/** Says how a unit that waits for a person goes on. */
record ResolveRun() implements Command {

    private static final Option APPLIED = new Option("--applied", "", "its effect is there: it is done");
    private static final Option NOT_APPLIED =
            new Option("--not-applied", "", "its effect is not there: have it done again");
    private static final Option OUTPUT =
            new Option("--output", "JSON", "with --applied: what its tool would have answered");
    private static final Option REASON = new Option("--reason", "TEXT", "how you know, for the record");

    @Override
    public String name() {
        return "run resolve";
    }

    @Override
    public String usage() {
        return "ID|last UNIT --applied|--not-applied [--output JSON] [--reason TEXT] [--json]";
    }

    @Override
    public String summary() {
        return "say whether an effect nobody knows of took place; the held run goes on";
    }

    @Override
    public List<Option> options() {
        return List.of(APPLIED, NOT_APPLIED, OUTPUT, REASON, Option.JSON);
    }

    @Override
    public String more() {
        return """
                aule run show ID says which unit waits, why, and where to look.

                  aule run resolve last send --applied --reason "it is in the outbox\"""";
    }

    @Override
    public int run(Args args, Context context) {
        args.noMoreThan(2);
        if (args.has(APPLIED) == args.has(NOT_APPLIED)) {
            throw new Failure("say either --applied or --not-applied", "look whether the effect is there first");
        }
        Node node = context.node();
        String id = RunId.of(args.word(0, "the run's id, or last"), node);
        String unit = args.word(1, "the unit's name");
        View answer = node.post("/runs/" + Node.encoded(id) + "/units/" + Node.encoded(unit) + "/resolve", body(args));
        if (args.has(Option.JSON)) {
            context.screen().json(answer.json());
        } else {
            context.screen().line("run " + id + " goes on; aule run show " + id + " shows how");
        }
        return 0;
    }

    private static Json.Obj body(Args args) {
        Json.Obj body = Json.empty().with("applied", Json.of(args.has(APPLIED)));
        Optional<String> output = args.value(OUTPUT);
        if (output.isPresent()) {
            body = body.with("output", object(output.get()));
        }
        Optional<String> reason = args.value(REASON);
        return reason.isPresent() ? body.with("reason", Json.of(reason.get())) : body;
    }

    private static Json.Obj object(String text) {
        try {
            return Json.object(text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonException e) {
            throw new Failure("the output is no JSON object: " + e.getMessage(), "e.g. '{\"size\":3}'");
        }
    }
}
