package org.auleos.cli;

import java.util.List;
import org.auleos.json.Json;

/** Proves that a record is in the ledger, or that the ledger only grew. */
final class LedgerProveCommand implements Command {

    private static final Option SINCE =
            new Option("--since", "SIZE", "prove that the ledger only grew since it had SIZE records");
    private static final Option TO = new Option("--to", "SIZE", "for --since: up to this size");

    @Override
    public String name() {
        return "ledger prove";
    }

    @Override
    public String usage() {
        return "SEQ [--json]\n  or --since SIZE [--to SIZE] [--json]";
    }

    @Override
    public String summary() {
        return "prove that a record is in, or that the ledger only grew";
    }

    @Override
    public List<Option> options() {
        return List.of(SINCE, TO, Option.JSON);
    }

    @Override
    public String more() {
        return "Prints the hashes of the proof (RFC 9162, sections 2.1.3 and 2.1.4) and the signed checkpoint it ends at.";
    }

    @Override
    public int run(Args args, Context context) {
        View proof;
        if (args.has(SINCE)) {
            args.noMoreThan(0);
            proof = context.node()
                    .get("/ledger/consistency?from="
                            + Node.encoded(args.value(SINCE).orElseThrow())
                            + args.value(TO)
                                    .map(to -> "&to=" + Node.encoded(to))
                                    .orElse(""));
        } else {
            String sequence = args.word(0, "SEQ, the number of a record");
            args.noMoreThan(1);
            proof = context.node().get("/ledger/events/" + Node.encoded(sequence) + "/proof");
        }
        if (args.has(Option.JSON)) {
            context.screen().json(proof.json());
        } else {
            print(proof, context.screen());
        }
        return 0;
    }

    private static void print(View proof, Screen screen) {
        if (proof.has("sequence")) {
            screen.line("record  #" + proof.text("sequence") + "  " + proof.text("hash"));
        } else {
            screen.line("from    " + proof.text("from") + " records, root " + proof.text("fromRoot"));
        }
        for (Json hash : proof.items("path")) {
            screen.line("with    " + (hash instanceof Json.Str text ? text.value() : hash.text()));
        }
        screen.line("root    " + proof.view("checkpoint").text("root"));
        screen.line();
        proof.view("checkpoint").text("note").lines().forEach(screen::line);
    }
}
