package org.auleos.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words behind a command, sorted into options and the rest. Immutable. */
final class Args {

    private final List<String> words;
    private final Map<String, List<String>> options;

    private Args(List<String> words, Map<String, List<String>> options) {
        this.words = List.copyOf(words);
        this.options = Map.copyOf(options);
    }

    /** Refuses an option the command does not know, naming the nearest one it does. */
    static Args parse(String command, List<Option> known, List<String> words) {
        List<String> rest = new ArrayList<>();
        Map<String, List<String>> options = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--")) {
                rest.addAll(words.subList(i + 1, words.size()));
                break;
            } else if (!word.startsWith("-") || word.equals("-")) {
                rest.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            Option option = find(command, known, equals < 0 ? word : word.substring(0, equals));
            String value = equals < 0 ? "" : word.substring(equals + 1);
            if (option.flag() && equals >= 0) {
                throw new Failure(option.name() + " takes no value", "aule " + command + " --help");
            } else if (!option.flag() && equals < 0) {
                if (++i == words.size()) {
                    throw new Failure(option.name() + " needs " + option.value(), "aule " + command + " --help");
                }
                value = words.get(i);
            }
            options.computeIfAbsent(option.name(), name -> new ArrayList<>()).add(value);
        }
        return new Args(rest, options);
    }

    private static Option find(String command, List<Option> known, String name) {
        String full = name.equals("-h") ? Option.HELP.name() : name;
        List<String> names = new ArrayList<>();
        for (Option option : known) {
            if (option.name().equals(full)) {
                return option;
            }
            names.add(option.name());
        }
        String near = Nearest.to(name, names)
                .map(found -> "did you mean " + found + "? ")
                .orElse("");
        throw new Failure("unknown option " + name, near + "aule " + command + " --help lists all");
    }

    boolean has(Option option) {
        return options.containsKey(option.name());
    }

    /** The last value given. */
    Optional<String> value(Option option) {
        List<String> values = values(option);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    List<String> values(Option option) {
        return options.getOrDefault(option.name(), List.of());
    }

    List<String> words() {
        return words;
    }

    /** The word at a place, or a failure that says what belongs there. */
    String word(int place, String what) {
        if (place >= words.size()) {
            throw new Failure("missing " + what, "");
        }
        return words.get(place);
    }

    /** Refuses words beyond those the command takes. */
    void noMoreThan(int count) {
        if (words.size() > count) {
            throw new Failure("unexpected \"" + words.get(count) + "\"", "quote a text that has spaces");
        }
    }
}
