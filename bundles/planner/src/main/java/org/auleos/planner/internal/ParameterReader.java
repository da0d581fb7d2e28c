package org.auleos.planner.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.auleos.json.Json;
import org.auleos.planner.internal.PlanFile.Kind;
import org.auleos.planner.internal.PlanFile.Parameter;

/** Finds the values of an entry's parameters: those stated, else those in the text, else those the file says. */
final class ParameterReader {

    private final PlanFile file;
    private final Json.Obj stated;
    private final Sentence sentence;
    private final Map<String, Json> values = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private ParameterReader(PlanFile file, Json.Obj stated, Sentence sentence) {
        this.file = file;
        this.stated = stated;
        this.sentence = sentence;
    }

    /**
     * The values of the parameters.
     *
     * @param values checked, in their common form
     * @param notes which ones were taken from the text, for the reason of the choice
     * @param problems sentences that name parameter, value and what was expected; empty when all is well
     */
    record Reading(Json.Obj values, List<String> notes, List<String> problems) {}

    /** Reads them. */
    static Reading read(PlanFile file, Json.Obj stated, Sentence sentence) {
        ParameterReader reader = new ParameterReader(file, stated, sentence);
        reader.strangers();
        file.parameters().forEach(reader::parameter);
        if (reader.problems.isEmpty()) {
            reader.unused();
        }
        return new Reading(new Json.Obj(reader.values), List.copyOf(reader.notes), List.copyOf(reader.problems));
    }

    private void strangers() {
        for (String name : stated.members().keySet()) {
            if (!file.parameters().containsKey(name)) {
                problems.add("parameter " + name + ": expected one of "
                        + file.parameters().keySet());
            }
        }
    }

    private void parameter(String name, Parameter parameter) {
        Optional<Json> value = stated.get(name).filter(it -> it != Json.Null.NULL);
        if (value.isEmpty()) {
            value = fromText(name, parameter);
        }
        if (value.isPresent()) {
            check(name, parameter, value.get());
        } else if (parameter.otherwise().isPresent()) {
            check(name, parameter, parameter.otherwise().get());
        } else if (parameter.mustBeStated() && problems.isEmpty()) {
            problems.add("parameter " + name + " is missing: expected " + ParameterForm.expected(parameter.type())
                    + ", " + parameter.doc() + "; for example \""
                    + file.phrases().get(0) + "\"");
        }
    }

    private void check(String name, Parameter parameter, Json value) {
        ParameterForm.of(parameter.type(), value)
                .ifPresentOrElse(
                        good -> values.put(name, good),
                        () -> problems.add("parameter " + name + ": " + value.text() + ": expected "
                                + ParameterForm.expected(parameter.type()) + ", " + parameter.doc()));
    }

    private Optional<Json> fromText(String name, Parameter parameter) {
        List<Json> found = candidates(parameter);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (parameter.type() == Kind.PATHS) {
            return noted(name, new Json.Arr(found));
        }
        if (found.size() > 1) {
            problems.add("parameter " + name + ": the text has " + new Json.Arr(found).text() + ": expected one");
            return Optional.empty();
        }
        return noted(name, found.get(0));
    }

    private Optional<Json> noted(String name, Json value) {
        notes.add(name + " = " + value.text() + " from the text");
        return Optional.of(value);
    }

    private List<Json> candidates(Parameter parameter) {
        return switch (parameter.type()) {
            case PATH, PATHS -> sentence.paths().stream().map(Json::of).toList();
            case DURATION ->
                sentence.durations().stream()
                        .map(Duration::toString)
                        .map(Json::of)
                        .toList();
            case INT -> sentence.numbers().stream().map(Json::of).toList();
            case STRING ->
                sentence.names(parameter.leadIns(), file).stream().map(Json::of).toList();
            case LIST, BOOL -> List.of();
        };
    }

    /** A value in the text that no parameter takes would be dropped silently, and the goal misunderstood. */
    private void unused() {
        if (!sentence.relative().isEmpty()) {
            problems.add("\"" + sentence.relative().get(0) + "\": expected an absolute path, as this node does not know"
                    + " your working directory");
        }
        leftOver(sentence.paths(), "path", Kind.PATH, Kind.PATHS);
        leftOver(sentence.durations(), "duration", Kind.DURATION, Kind.DURATION);
    }

    private void leftOver(List<?> found, String what, Kind one, Kind other) {
        boolean taken = file.parameters().values().stream()
                .anyMatch(parameter -> parameter.type() == one || parameter.type() == other);
        if (!found.isEmpty() && !taken) {
            problems.add(what + " \"" + found.get(0) + "\": expected none, " + file.name() + " takes no " + what);
        }
    }
}
