package org.auleos.planner.internal;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.auleos.api.plan.Plan;
import org.auleos.api.plan.Planner;
import org.auleos.api.plan.Planning;
import org.auleos.api.policy.Capability;
import org.auleos.api.work.Reference;
import org.auleos.api.work.Retry;
import org.auleos.api.work.Weight;
import org.auleos.api.work.WorkUnit;
import org.auleos.json.Json;
import org.auleos.planner.internal.PlanFile.Step;

/** A checked entry of the library: a plan with holes for parameters. */
final class SolvedProblem {

    private static final int USUAL_PRIORITY = 5;
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

    private final PlanFile file;
    private final List<Step> steps;
    private final List<Phrase> phrases;
    private final Set<String> vocabulary;

    /** A file without {@link PlanCheck#problems}. */
    SolvedProblem(PlanFile file) {
        this.file = file;
        this.steps = StepOrder.of(file.units());
        this.phrases = file.phrases().stream().map(this::phrase).toList();
        this.vocabulary = new LinkedHashSet<>(Words.of(file.name()));
        phrases.forEach(phrase -> vocabulary.addAll(phrase.words()));
        file.keywords().forEach(keyword -> vocabulary.addAll(Words.of(keyword)));
    }

    /**
     * One way to say it.
     *
     * @param words those that carry meaning, without parameter values
     */
    record Phrase(String text, List<String> words) {}

    private Phrase phrase(String text) {
        return new Phrase(text, Sentence.of(text).words(file));
    }

    PlanFile file() {
        return file;
    }

    List<Phrase> phrases() {
        return phrases;
    }

    /** Every word that speaks for it. */
    Set<String> vocabulary() {
        return vocabulary;
    }

    boolean changes() {
        return file.changes().orElse(false);
    }

    Planning.Candidate candidate(double score) {
        return new Planning.Candidate(file.name(), file.version(), score, example());
    }

    Planner.Known known() {
        return new Planner.Known(file.name(), file.version(), file.title(), example());
    }

    private String example() {
        return file.phrases().get(0);
    }

    /** The plan for checked values: units whose condition does not hold are left out, and with them what refers to them. */
    Plan plan(Json.Obj values) {
        List<Step> chosen = steps.stream()
                .filter(step -> Condition.holds(step.when(), values))
                .toList();
        Set<String> ids = chosen.stream().map(Step::id).collect(Collectors.toSet());
        List<WorkUnit> units =
                chosen.stream().map(step -> unit(step, ids, values)).toList();
        return new Plan(
                file.name(), file.version(), file.title(), units, grants(values), file.result(), file.onFailure());
    }

    private static WorkUnit unit(Step step, Set<String> chosen, Json.Obj values) {
        Set<String> after = new HashSet<>(step.after().orElse(List.of()));
        after.retainAll(chosen);
        return new WorkUnit(
                step.id(),
                step.title(),
                step.role(),
                step.tool(),
                Reference.fill(step.input(), reference -> filled(reference, chosen, values)),
                after,
                step.optional().orElse(false),
                step.weight().orElse(Weight.LIGHT),
                step.priority().orElse(USUAL_PRIORITY),
                step.timeout().orElse(USUAL_TIMEOUT),
                step.retry().orElse(Retry.NEVER));
    }

    private static Optional<Json> filled(Reference reference, Set<String> chosen, Json.Obj values) {
        if (reference.source().equals(Reference.GOAL)) {
            return reference.from(values);
        }
        return chosen.contains(reference.source()) ? Optional.of(Json.of(reference.toString())) : Optional.empty();
    }

    private Set<Capability> grants(Json.Obj values) {
        return file.grants().stream()
                .filter(grant -> Condition.holds(grant.when(), values))
                .flatMap(grant -> GrantTemplate.expand(grant.capability(), values).stream())
                .collect(Collectors.toSet());
    }
}
