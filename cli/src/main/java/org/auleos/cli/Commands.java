package org.auleos.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All commands, and the help about them. */
final class Commands {

    private final List<Command> commands = new ArrayList<>();

    Commands() {
        commands.add(new TriageCommand());
        commands.add(new DemoCommand());
        commands.add(new GoalCommand());
        commands.addAll(RunCommands.all());
        commands.addAll(ApprovalCommands.all());
        commands.addAll(ToolCommands.all());
        commands.addAll(LedgerCommands.all());
        commands.addAll(UserCommands.all());
        commands.add(new StatusCommand());
    }

    /** The command that the first one or two words name. */
    Optional<Command> find(List<String> words) {
        String two = words.size() > 1 ? words.get(0) + " " + words.get(1) : "";
        String one = words.isEmpty() ? "" : words.get(0);
        return commands.stream()
                .filter(command -> command.name().equals(two) || command.name().equals(one))
                .findFirst();
    }

    /** What to say about words that name no command. */
    Failure unknown(List<String> words) {
        String first = words.get(0);
        List<String> below =
                names().stream().filter(name -> name.startsWith(first + " ")).toList();
        if (!below.isEmpty() && words.size() == 1) {
            return new Failure("aule " + first + " needs one word more", "one of: " + String.join(", ", below));
        }
        String asked = below.isEmpty() ? first : first + " " + words.get(1);
        List<String> candidates = new ArrayList<>(names());
        names().forEach(name -> candidates.add(first(name)));
        String near = Nearest.to(asked, candidates)
                .map(name -> "did you mean \"" + name + "\"? ")
                .orElse("");
        return new Failure("unknown command \"" + asked + "\"", near + "aule help lists all");
    }

    private static String first(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    private List<String> names() {
        return commands.stream().map(Command::name).toList();
    }

    /** One line a command, for those that begin with a word or for all. */
    void overview(String first, Screen screen) {
        Table table = new Table(-1, "COMMAND", "WHAT IT DOES");
        commands.stream()
                .filter(command -> first.isEmpty() || command.name().startsWith(first))
                .forEach(command -> table.row("aule " + command.name(), command.summary()));
        table.print(screen);
        screen.line();
        screen.line("aule COMMAND --help tells more.");
    }

    static void help(Command command, Screen screen) {
        screen.line("aule " + command.name() + " " + command.usage());
        screen.line("  " + command.summary());
        screen.line();
        List<Option> options = new ArrayList<>(command.options());
        options.add(Option.HELP);
        for (Option option : options) {
            screen.line("  " + Cut.pad((option.name() + " " + option.value()).strip(), 22) + " " + option.summary());
        }
        if (!command.more().isEmpty()) {
            screen.line();
            command.more().lines().forEach(screen::line);
        }
    }
}
