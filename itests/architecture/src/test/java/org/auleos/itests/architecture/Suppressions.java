package org.auleos.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * The exceptions from the rules, each with its reason, read from {@code cnf/suppressions}: a line is
 * {@code RULE TARGET -- REASON}. One that nothing needs any more fails the rule it is for.
 */
final class Suppressions {

    private record Line(String rule, String target, String reason) {}

    private Suppressions() {}

    /**
     * Fails when a violation is not suppressed, or a suppression of the rule is not needed.
     *
     * @param rule name of the rule, as in the file
     * @param violations each begins with its target, then a blank and what is wrong
     */
    static void check(String rule, List<String> violations) {
        List<String> suppressed = lines().stream()
                .filter(line -> line.rule().equals(rule))
                .map(Line::target)
                .toList();
        assertThat(violations.stream().distinct().sorted())
                .as("%s: repair these, or suppress one with a reason in cnf/suppressions", rule)
                .filteredOn(violation -> !suppressed.contains(target(violation)))
                .isEmpty();
        assertThat(suppressed)
                .as("%s: lines of cnf/suppressions that nothing needs; delete them", rule)
                .filteredOn(target -> violations.stream()
                        .noneMatch(violation -> target(violation).equals(target)))
                .isEmpty();
    }

    private static String target(String violation) {
        int blank = violation.indexOf(' ');
        return blank < 0 ? violation : violation.substring(0, blank);
    }

    private static List<Line> lines() {
        try {
            return Files.readAllLines(Repository.root().resolve("cnf/suppressions")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Suppressions::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        List<String> halves = List.of(text.split(" -- ", 2));
        List<String> words = List.of(halves.get(0).trim().split("\\s+", -1));
        if (halves.size() != 2 || words.size() != 2 || halves.get(1).isBlank()) {
            throw new IllegalArgumentException("cnf/suppressions: expected RULE TARGET -- REASON, not: " + text);
        }
        return new Line(words.get(0), words.get(1), halves.get(1));
    }
}
