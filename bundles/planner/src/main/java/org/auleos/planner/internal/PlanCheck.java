package org.auleos.planner.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.auleos.api.work.Reference;
import org.auleos.planner.internal.PlanFile.Step;

/** Finds everything that is wrong with a plan file beyond its form, so that its author sees all of it at once. */
final class PlanCheck {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final Pattern TOOL = Pattern.compile("[a-z][a-z0-9_-]*\\.[a-z][a-z0-9_-]*");

    private final PlanFile file;
    private final Map<String, Step> units = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private PlanCheck(PlanFile file) {
        this.file = file;
    }

    /** Sentences that each name the place, the value and what was expected; empty for a good file. */
    static List<String> problems(PlanFile file) {
        PlanCheck check = new PlanCheck(file);
        check.head();
        check.steps();
        check.result();
        check.grants();
        check.cycles();
        return List.copyOf(check.problems);
    }

    private void head() {
        expect(NAME.matcher(file.name()).matches(), "name", file.name(), "lower case, digits and hyphens");
        expect(VERSION.matcher(file.version()).matches(), "version", file.version(), "three numbers, e.g. 1.0.0");
        expect(!file.phrases().isEmpty(), "phrases", "[]", "at least one, which serves as the example");
        file.parameters()
                .forEach((name, parameter) -> expect(
                        !(parameter.mustBeStated() && parameter.otherwise().isPresent()),
                        "parameters." + name,
                        "required with otherwise",
                        "one of the two"));
    }

    private void steps() {
        expect(!file.units().isEmpty(), "units", "[]", "at least one");
        for (Step step : file.units()) {
            String place = "units." + step.id();
            expect(NAME.matcher(step.id()).matches(), place, step.id(), "lower case, digits and hyphens");
            expect(!step.id().equals(Reference.GOAL), place, step.id(), "another id, this one stands for the goal");
            expect(units.put(step.id(), step) == null, place, step.id(), "an id no other unit has");
            expect(TOOL.matcher(step.tool()).matches(), place + ".tool", step.tool(), "namespace.verb");
            step.when().ifPresent(when -> condition(place + ".when", when));
        }
        file.units().forEach(this::references);
    }

    private void references(Step step) {
        String place = "units." + step.id();
        for (Reference reference : Reference.in(step.input())) {
            if (reference.source().equals(Reference.GOAL)) {
                expect(
                        reference.path().size() == 1
                                && isParameter(reference.path().get(0)),
                        place + ".input",
                        reference.toString(),
                        "one of the parameters " + file.parameters().keySet());
            } else {
                known(place + ".input", reference.toString(), reference.source());
            }
        }
        step.after().orElse(List.of()).forEach(id -> known(place + ".after", id, id));
    }

    private void known(String place, String written, String id) {
        expect(units.containsKey(id), place, written, "one of the units " + units.keySet());
    }

    private void result() {
        Optional<Step> result = Optional.ofNullable(units.get(file.result()));
        expect(result.isPresent(), "result", file.result(), "one of the units " + units.keySet());
        result.ifPresent(step -> expect(
                step.when().isEmpty(), "result", file.result(), "a unit without a condition, so that it always runs"));
    }

    private void grants() {
        for (PlanFile.Grant grant : file.grants()) {
            grant.when().ifPresent(when -> condition("grants." + grant.capability(), when));
            GrantTemplate.problem(grant.capability(), file.parameters().keySet())
                    .ifPresent(problem -> problems.add("grants: " + problem));
        }
    }

    private void condition(String place, String when) {
        boolean good =
                Condition.of(when).filter(it -> isParameter(it.parameter())).isPresent();
        expect(
                good,
                place,
                when,
                "goal.x or !goal.x with one of " + file.parameters().keySet());
    }

    private boolean isParameter(String name) {
        return file.parameters().containsKey(name);
    }

    private void cycles() {
        Set<String> good = new HashSet<>();
        for (Step step : file.units()) {
            cycle(step.id(), new LinkedHashSet<>(), good).ifPresent(problems::add);
        }
    }

    private Optional<String> cycle(String id, Set<String> above, Set<String> good) {
        if (good.contains(id) || !units.containsKey(id)) {
            return Optional.empty();
        }
        if (!above.add(id)) {
            good.addAll(above);
            return Optional.of("units: " + String.join(" needs ", above) + " needs " + id + ": expected no cycle");
        }
        for (String before : StepOrder.needs(units.get(id))) {
            Optional<String> found = cycle(before, above, good);
            if (found.isPresent()) {
                return found;
            }
        }
        above.remove(id);
        good.add(id);
        return Optional.empty();
    }

    private void expect(boolean holds, String place, String value, String expected) {
        if (!holds) {
            problems.add(place + ": \"" + value + "\": expected " + expected);
        }
    }
}
