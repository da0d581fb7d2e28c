package org.auleos.planner.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores entries of the library against a text. A word weighs the more the fewer entries have it (inverse document
 * frequency, Spärck Jones 1972); an entry's score is the harmonic mean of how much of the text its words explain and how
 * much of its best phrase the text says.
 */
final class Ranking {

    private final List<SolvedProblem> problems;
    private final Map<String, Double> weights = new HashMap<>();
    private final double strange;

    Ranking(Collection<SolvedProblem> problems) {
        this.problems = List.copyOf(problems);
        Map<String, Integer> entries = new HashMap<>();
        problems.forEach(problem -> problem.vocabulary().forEach(word -> entries.merge(word, 1, Integer::sum)));
        entries.forEach((word, count) -> weights.put(word, weight(count)));
        this.strange = weight(1);
    }

    private double weight(int count) {
        return Math.log(1 + (double) problems.size() / count);
    }

    /**
     * An entry and how well it fits.
     *
     * @param score from 0 to 1
     * @param phrase the best one
     */
    record Scored(SolvedProblem problem, double score, String phrase) {}

    /** All entries, best first. */
    List<Scored> of(Sentence sentence) {
        return problems.stream()
                .map(problem -> score(problem, sentence.words(problem.file())))
                .sorted(Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(scored -> scored.problem().file().name()))
                .toList();
    }

    private Scored score(SolvedProblem problem, List<String> words) {
        double explained = share(words, problem.vocabulary());
        SolvedProblem.Phrase best = problem.phrases().get(0);
        double said = 0;
        for (SolvedProblem.Phrase phrase : problem.phrases()) {
            double share = share(phrase.words(), words);
            if (share > said) {
                said = share;
                best = phrase;
            }
        }
        double sum = explained + said;
        return new Scored(problem, sum == 0 ? 0 : 2 * explained * said / sum, best.text());
    }

    /** How much of some words' weight is found among others. */
    private double share(List<String> words, Collection<String> others) {
        double found = 0;
        double all = 0;
        for (String word : words) {
            double weight = 0;
            double most = weights.getOrDefault(word, strange);
            for (String other : others) {
                double likeness = Words.likeness(word, other);
                if (likeness * weights.getOrDefault(other, strange) > weight) {
                    most = weights.getOrDefault(other, strange);
                    weight = likeness * most;
                }
            }
            found += weight;
            all += most;
        }
        return all == 0 ? 0 : found / all;
    }
}
