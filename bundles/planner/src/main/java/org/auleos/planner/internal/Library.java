package org.auleos.planner.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.auleos.json.Codec;
import org.auleos.json.Json;
import org.auleos.json.JsonException;

/** The solved problems, by name. A file that is broken is left out and reported; the others stand. Immutable. */
final class Library {

    private static final Codec<PlanFile> CODEC = Codec.of(PlanFile.class);

    private final Map<String, SolvedProblem> problems;
    private final List<String> complaints;

    private Library(Map<String, SolvedProblem> problems, List<String> complaints) {
        this.problems = Map.copyOf(problems);
        this.complaints = List.copyOf(complaints);
    }

    /**
     * A file of plans.
     *
     * @param name where it is, for messages
     * @param operator true for one of the operator's own, which replaces a shipped one of the same name
     * @param text JSON
     */
    record Source(String name, boolean operator, String text) {}

    /** Reads the shipped files first, then the operator's own. */
    static Library of(List<Source> sources) {
        Map<String, SolvedProblem> problems = new LinkedHashMap<>();
        Map<String, Source> origins = new LinkedHashMap<>();
        List<String> complaints = new ArrayList<>();
        for (Source source : sources) {
            try {
                SolvedProblem problem = read(source);
                String name = problem.file().name();
                Optional<Source> twin = Optional.ofNullable(origins.get(name));
                if (twin.filter(it -> it.operator() == source.operator()).isPresent()) {
                    complaints.add(source.name() + ": name: \"" + name + "\" is taken by "
                            + twin.get().name() + ": expected another name");
                    continue;
                }
                problems.put(name, problem);
                origins.put(name, source);
            } catch (JsonException | IllegalArgumentException e) {
                complaints.add(source.name() + ": " + e.getMessage());
            }
        }
        return new Library(problems, complaints);
    }

    private static SolvedProblem read(Source source) {
        PlanFile file = CODEC.read(Json.parse(source.text()));
        List<String> problems = PlanCheck.problems(file);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new SolvedProblem(file);
    }

    /** All, in order of name. */
    List<SolvedProblem> problems() {
        return problems.keySet().stream().sorted().map(problems::get).toList();
    }

    Optional<SolvedProblem> named(String name) {
        return Optional.ofNullable(problems.get(name));
    }

    /** What is wrong with the files that were left out, one sentence each. */
    List<String> complaints() {
        return complaints;
    }
}
