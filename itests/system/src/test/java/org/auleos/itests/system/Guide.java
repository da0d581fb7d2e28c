package org.auleos.itests.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that a guide tells its reader to type. */
final class Guide {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final String PROMPT = "./aule ";

    private Guide() {}

    /** The {@code ./aule} lines of a page, each as its words without the first; what stands behind a {@code #} is left out. */
    static List<List<String>> commands(String page) throws IOException {
        List<List<String>> commands = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(System.getProperty("docs"), page))) {
            if (line.startsWith(PROMPT)) {
                commands.add(words(line.substring(PROMPT.length()).replaceFirst(" +# .*", "")));
            }
        }
        return commands;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }
}
