package org.auleos.planner.internal;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A goal's text, taken apart into words and values.
 *
 * @param paths absolute paths in it
 * @param relative things that look like paths but say not from where
 * @param durations lengths of time, e.g. {@code 24h} or {@code 2 days}
 * @param numbers whole numbers that are none of the above
 * @param rest what is left, in which names may follow lead-in words
 */
record Sentence(List<String> paths, List<String> relative, List<Duration> durations, List<Long> numbers, String rest) {

    private static final Pattern QUOTED_PATH = Pattern.compile("\"(/[^\"]*)\"|'(/[^']*)'");
    private static final Pattern PATH = Pattern.compile("(?<=^|\\s)/\\S*");
    private static final Pattern RELATIVE = Pattern.compile("(?<=^|\\s)(?:\\.{1,2}|~)/\\S*");
    private static final Pattern DURATION = Pattern.compile("(?<![\\w.])(\\d{1,6})\\s?"
            + "(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)(?![\\w])");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])\\d{1,18}(?![\\w]|\\.\\d)");
    private static final String TRAILING = "[,.;:?!)]+$";

    Sentence {
        paths = List.copyOf(paths);
        relative = List.copyOf(relative);
        durations = List.copyOf(durations);
        numbers = List.copyOf(numbers);
    }

    /** Takes a text apart. */
    static Sentence of(String text) {
        Cutter cutter = new Cutter(text);
        List<String> paths = new ArrayList<>(
                cutter.cut(QUOTED_PATH, match -> match.group(1) != null ? match.group(1) : match.group(2)));
        paths.addAll(cutter.cut(PATH, match -> match.group().replaceAll(TRAILING, "")));
        List<String> relative = cutter.cut(RELATIVE, match -> match.group().replaceAll(TRAILING, ""));
        List<Duration> durations = cutter.cut(DURATION, Sentence::duration);
        List<Long> numbers = cutter.cut(NUMBER, match -> Long.valueOf(match.group()));
        return new Sentence(paths, relative, durations, numbers, cutter.rest);
    }

    /** A length of time as people write it, {@code 24h} or {@code 2 days}, or ISO-8601; empty for anything else. */
    static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            return Optional.of(duration(matcher));
        }
        try {
            return Optional.of(Duration.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration duration(MatchResult match) {
        long count = Long.parseLong(match.group(1));
        return switch (match.group(2).charAt(0)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            default -> Duration.ofDays(7 * count);
        };
    }

    /** The words that carry meaning for an entry of the library: without the values its parameters take from the text. */
    List<String> words(PlanFile file) {
        String words = rest;
        for (PlanFile.Parameter parameter : file.parameters().values()) {
            for (String leadIn : parameter.leadIns()) {
                words = following(leadIn, file).matcher(words).replaceAll(" ");
            }
        }
        return Words.of(words);
    }

    /** The names that follow one of some lead-in words of an entry. */
    List<String> names(List<String> leadIns, PlanFile file) {
        List<String> names = new ArrayList<>();
        for (String leadIn : leadIns) {
            following(leadIn, file)
                    .matcher(rest)
                    .results()
                    .forEach(match -> names.add(match.group(1).replaceAll(TRAILING, "")));
        }
        return names;
    }

    /** The word after a lead-in, unless it is the name of a parameter: "on port 80" names no host. */
    private static Pattern following(String leadIn, PlanFile file) {
        String names = file.parameters().keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile(
                "(?<=^|\\s)" + Pattern.quote(leadIn) + "\\s+(?!(?:" + names + ")\\b)(\\S+)", Pattern.CASE_INSENSITIVE);
    }

    /** Takes matches out of a text, one pattern after the other. */
    private static final class Cutter {

        private String rest;

        Cutter(String text) {
            this.rest = text;
        }

        <T> List<T> cut(Pattern pattern, Function<MatchResult, T> value) {
            List<T> values = new ArrayList<>();
            pattern.matcher(rest).results().forEach(match -> values.add(value.apply(match)));
            rest = pattern.matcher(rest).replaceAll(" ");
            return values;
        }
    }
}
