package org.auleos.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line's entry; the launcher says in {@code aule.home} where the node's home is. */
public final class Main {

    private static final int COULD_NOT = 2;
    private static final int WIDTH_UNKNOWN = 100;

    private final Commands commands = new Commands();
    private final Context context;

    Main(Context context) {
        this.context = context;
    }

    /** Runs one command and exits with its code: 0 all is well, 1 findings or a negative answer, 2 could not. */
    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Path home = Path.of(System.getProperty("aule.home", System.getProperty("user.home") + "/.aule"));
        BufferedReader answers = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Context context = new Context(
                screen(out, err),
                () -> Node.of(home),
                answers,
                home,
                Path.of("").toAbsolutePath());
        int code = new Main(context).run(List.of(words));
        out.flush();
        System.exit(code);
    }

    private static Screen screen(PrintStream out, PrintStream err) {
        boolean terminal = terminal();
        boolean colours = terminal && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        return new Screen(out, err, terminal, colours, terminal ? Columns.ofTerminal() : WIDTH_UNKNOWN);
    }

    /** Whether standard output goes to a terminal. */
    private static boolean terminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            // Without /proc nobody can say; plain output suits both.
            return false;
        }
    }

    int run(List<String> words) {
        Screen screen = context.screen();
        try {
            return dispatch(words);
        } catch (Failure e) {
            screen.note("aule: " + e.problem());
            if (!e.hint().isEmpty()) {
                screen.note("      " + e.hint());
            }
            return COULD_NOT;
        }
    }

    private int dispatch(List<String> words) {
        if (words.isEmpty() || words.get(0).equals("help") || words.get(0).equals("--help")) {
            return help(words.size() > 1 ? words.subList(1, words.size()) : List.of());
        }
        if (words.size() == 2 && (words.get(1).equals("--help") || words.get(1).equals("-h"))) {
            return help(words.subList(0, 1));
        }
        Command command = commands.find(words).orElseThrow(() -> commands.unknown(words));
        List<Option> known = new ArrayList<>(command.options());
        known.add(Option.HELP);
        int named = command.name().indexOf(' ') < 0 ? 1 : 2;
        Args args = Args.parse(command.name(), known, words.subList(named, words.size()));
        if (args.has(Option.HELP)) {
            Commands.help(command, context.screen());
            return 0;
        }
        return command.run(args, context);
    }

    private int help(List<String> words) {
        if (words.isEmpty()) {
            commands.overview("", context.screen());
            return 0;
        }
        commands.find(words)
                .ifPresentOrElse(
                        command -> Commands.help(command, context.screen()),
                        () -> commands.overview(words.get(0), context.screen()));
        return 0;
    }
}
