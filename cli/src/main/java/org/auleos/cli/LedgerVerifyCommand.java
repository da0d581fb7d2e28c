package org.auleos.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.auleos.cli.verify.VerifyLedger;
import org.auleos.json.Json;

/** Checks the running node's ledger, or an export of one. */
final class LedgerVerifyCommand implements Command {

    private static final Option FROM = new Option("--from", "N", "from this record on");
    private static final Option TO = new Option("--to", "N", "up to this record; of an export: where it was to end");
    private static final Option WITNESS = new Option("--witness", "FILE", "compare with checkpoints kept elsewhere");
    private static final Option FILE = new Option("--file", "EXPORT", "check an export instead; needs no running node");
    private static final Option KEY = new Option("--key", "KEY", "for --file: the key, or a file that has it");

    /** So many records are checked by one request, so that progress can be shown. */
    private static final long AT_ONCE = 20_000;

    private static final long QUIET_MILLIS = 1_000;

    /** What one request may carry; newer checkpoints vouch for what older ones did. */
    private static final int NOTES_BYTES = 600 << 10;

    @Override
    public String name() {
        return "ledger verify";
    }

    @Override
    public String usage() {
        return "[--from N] [--to N] [--witness FILE] [--json]\n  or --file EXPORT [--key KEY] [--witness FILE] [--to N]";
    }

    @Override
    public String summary() {
        return "recompute every hash and compare with signed checkpoints";
    }

    @Override
    public String more() {
        return "Exit code: 0 intact, 1 damaged, 2 could not look.";
    }

    @Override
    public List<Option> options() {
        return List.of(FROM, TO, WITNESS, FILE, KEY, Option.JSON);
    }

    @Override
    public int run(Args args, Context context) {
        args.noMoreThan(0);
        return args.has(FILE) ? offline(args, context) : online(args, context);
    }

    private static int online(Args args, Context context) {
        long from = args.value(FROM).map(LedgerVerifyCommand::number).orElse(1L);
        long to = args.value(TO)
                .map(LedgerVerifyCommand::number)
                .orElseGet(() -> context.node().get("/ledger/head").number("sequence"));
        View chain = chain(from, to, context);
        boolean whole = !args.has(FROM) && !args.has(TO);
        if (chain.yes("intact") && (whole || args.has(WITNESS))) {
            return report(chain, compare(args, context), args, context.screen());
        }
        return report(chain, View.of(Json.empty().with("intact", Json.Bool.TRUE)), args, context.screen());
    }

    private static long number(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw new Failure("\"" + text + "\" is no record's number", "expected a whole number from 1");
        }
        return Long.parseLong(text);
    }

    private static View chain(long from, long to, Context context) {
        long started = System.nanoTime();
        long checked = 0;
        View found = context.node().get(range(from, Math.min(to, from + AT_ONCE - 1)));
        checked += found.number("checked");
        for (long next = from + AT_ONCE; found.yes("intact") && next <= to; next += AT_ONCE) {
            if ((System.nanoTime() - started) / 1_000_000 > QUIET_MILLIS) {
                context.screen().live(Words.count(checked) + " of " + Words.count(to - from + 1) + " records");
            }
            found = context.node().get(range(next, Math.min(to, next + AT_ONCE - 1)));
            checked += found.number("checked");
        }
        context.screen().live("");
        return new View(found.json().with("checked", Json.of(checked)));
    }

    private static String range(long from, long to) {
        return "/ledger/verify?from=" + from + "&to=" + to;
    }

    private static View compare(Args args, Context context) {
        String notes = args.value(WITNESS).map(file -> read(context, file)).orElse("");
        if (notes.length() > NOTES_BYTES) {
            int cut = notes.indexOf("\n\n", notes.length() - NOTES_BYTES);
            notes = notes.substring(Math.max(0, cut));
            context.screen().note("the newest checkpoints are compared; they vouch for what the older ones did");
        }
        return context.node().post("/ledger/compare", Json.empty().with("notes", Json.of(notes)));
    }

    private static String read(Context context, String file) {
        Path path = context.directory().resolve(file);
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new Failure("no file " + path, "say where the checkpoints are kept");
        } catch (IOException e) {
            throw new Failure("could not read " + path + ": " + e.getMessage(), "");
        }
    }

    private static int report(View chain, View compared, Args args, Screen screen) {
        boolean intact = chain.yes("intact") && compared.yes("intact");
        if (args.has(Option.JSON)) {
            Json.Obj all = chain.json();
            screen.json(compared.has("checked") ? all.with("checkpoints", compared.json()) : all);
        } else if (!chain.yes("intact")) {
            screen.line("DAMAGED at #" + chain.text("badSequence") + ": " + chain.text("problem"));
        } else if (!compared.yes("intact")) {
            screen.line("NOT WHAT WAS SIGNED: " + compared.text("problem"));
        } else {
            String signed = compared.has("checked")
                    ? ", " + Words.count(compared.number("checked"), "checkpoint") + " compared"
                    : "";
            screen.line("intact: " + Words.count(chain.number("checked"), "record") + " checked" + signed);
        }
        return intact ? 0 : 1;
    }

    private static int offline(Args args, Context context) {
        if (args.has(FROM)) {
            throw new Failure("--from does not go with --file", "an export is checked whole");
        }
        List<String> words = new ArrayList<>();
        words.add(path(context, args.value(FILE).orElseThrow()));
        words.addAll(List.of("--key", args.value(KEY).orElseGet(() -> ownKey(context.home()))));
        args.values(WITNESS).forEach(file -> words.addAll(List.of("--witness", path(context, file))));
        args.value(TO).ifPresent(to -> words.addAll(List.of("--to", to)));
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
        int code = VerifyLedger.run(words.toArray(new String[0]), print(out), print(err));
        String said = out.toString(StandardCharsets.UTF_8);
        if (code == 2) {
            throw new Failure(err.toString(StandardCharsets.UTF_8).strip(), "");
        }
        if (args.has(Option.JSON)) {
            context.screen()
                    .json(Json.empty()
                            .with("intact", code == 0 ? Json.Bool.TRUE : Json.Bool.FALSE)
                            .with("said", Json.of(said.strip())));
        } else {
            said.lines().forEach(context.screen()::line);
        }
        return code;
    }

    private static PrintStream print(java.io.ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String path(Context context, String file) {
        return context.directory().resolve(file).toString();
    }

    /** The key of the home on this machine; an export from elsewhere needs the key said. */
    private static String ownKey(Path home) {
        try (Stream<Path> files = Files.list(home.resolve("keys"))) {
            List<Path> keys = files.filter(file -> file.getFileName().toString().matches("ledger-.*\\.pub"))
                    .toList();
            if (keys.size() == 1) {
                return keys.get(0).toString();
            }
        } catch (IOException e) {
            // No home, or none that may be read: the hint below says what to do.
        }
        throw new Failure(
                "which key? " + home + "/keys has no single ledger-NODE.pub", "say --key KEY (aule ledger key)");
    }
}
