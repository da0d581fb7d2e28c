package org.auleos.planner.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.auleos.api.goal.Goal;
import org.auleos.api.plan.Planner;
import org.auleos.api.plan.Planning;
import org.auleos.planner.internal.Ranking.Scored;

/** Plans from a library of solved problems: by name, else by the words of the goal. Immutable. */
final class LibraryPlanner implements Planner {

    private static final double ENOUGH = 0.5;
    /** A plan that changes something is not chosen by guesswork. */
    private static final double ENOUGH_TO_CHANGE = 0.8;
    /** Closer than this, two plans cannot be told apart by the text. */
    private static final double MARGIN = 0.05;

    private static final int SHOWN = 3;

    private final Library library;
    private final Ranking ranking;

    LibraryPlanner(Library library) {
        this.library = library;
        this.ranking = new Ranking(library.problems());
    }

    @Override
    public List<Known> known() {
        return library.problems().stream().map(SolvedProblem::known).toList();
    }

    @Override
    public Planning plan(Goal goal) {
        Sentence sentence = Sentence.of(goal.text());
        List<Scored> scored = ranking.of(sentence);
        Optional<SolvedProblem> named = named(goal.text(), sentence);
        if (named.isPresent()) {
            return bind(
                    named.get(),
                    goal,
                    sentence,
                    "the goal names the plan " + named.get().file().name(),
                    scored);
        }
        Optional<String> doubt = doubt(goal.text(), scored);
        if (doubt.isPresent()) {
            return new Planning.Refused(doubt.get(), shown(scored));
        }
        Scored best = scored.get(0);
        String why =
                String.format(Locale.ROOT, "the goal is close to \"%s\" (score %.2f)", best.phrase(), best.score());
        return bind(best.problem(), goal, sentence, why, scored);
    }

    /** The entry whose name begins the text, when nothing but values follows. */
    private Optional<SolvedProblem> named(String text, Sentence sentence) {
        String first = text.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        return library.named(first)
                .filter(problem -> sentence.words(problem.file()).equals(Words.of(first)));
    }

    private static Optional<String> doubt(String text, List<Scored> scored) {
        if (scored.isEmpty()) {
            return Optional.of(
                    "the library of plans is empty: expected plan files in the planner's bundle or in etc/plans");
        }
        Scored best = scored.get(0);
        if (best.score() < ENOUGH) {
            return Optional.of("\"" + text + "\": no known goal is like it; " + closest(scored));
        }
        if (scored.size() > 1 && best.score() - scored.get(1).score() < MARGIN) {
            return Optional.of("\"" + text + "\": could be " + quoted(best) + " or " + quoted(scored.get(1))
                    + "; say it in the words of one of them, or by its name");
        }
        if (best.problem().changes() && (best.score() < ENOUGH_TO_CHANGE || Words.negated(text))) {
            return Optional.of(
                    "\"" + text + "\": is near " + quoted(best) + ", which changes something; say it in these"
                            + " words, or by its name, if that is what you want");
        }
        return Optional.empty();
    }

    private static String closest(List<Scored> scored) {
        List<String> closest = scored.stream()
                .filter(it -> it.score() > 0)
                .limit(SHOWN)
                .map(LibraryPlanner::quoted)
                .toList();
        return closest.isEmpty()
                ? "known ones are "
                        + String.join(
                                ", ",
                                scored.stream()
                                        .limit(SHOWN)
                                        .map(LibraryPlanner::quoted)
                                        .toList())
                : "the closest are " + String.join(", ", closest);
    }

    private static String quoted(Scored scored) {
        return scored.problem().file().name() + " (\""
                + scored.problem().candidate(0).example() + "\")";
    }

    private static Planning bind(SolvedProblem problem, Goal goal, Sentence sentence, String why, List<Scored> scored) {
        ParameterReader.Reading reading = ParameterReader.read(problem.file(), goal.parameters(), sentence);
        if (!reading.problems().isEmpty()) {
            return new Planning.Refused(
                    problem.file().name() + ": " + String.join("; ", reading.problems()),
                    List.of(problem.candidate(1)));
        }
        List<String> reasons = new ArrayList<>();
        reasons.add(why);
        reasons.addAll(reading.notes());
        return new Planning.Planned(problem.plan(reading.values()), String.join("; ", reasons), shown(scored));
    }

    private static List<Planning.Candidate> shown(List<Scored> scored) {
        return scored.stream()
                .limit(SHOWN)
                .map(it -> it.problem().candidate(Math.round(it.score() * 1000) / 1000.0))
                .toList();
    }
}
