package org.auleos.tools.log.internal.mine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which leaves of one number of words are of one template, after the idea of Brain (Yu et al., IEEE TSC 2023): the words
 * of a message that occur equally often belong together and name its kind; the rarer words at the other places are
 * distinguished while they are few, and are values when they are many.
 */
final class Settlement {

    private static final int MOST_FIRST = 16;
    private static final int MOST_STATES = 12;

    /** From how many different words on a place holds values. */
    private static final int MANY = 5;

    /** Returns the leaves in groups of one template each, in the order of their first leaf. */
    List<List<Leaf>> groups(List<Leaf> leaves) {
        Frequencies frequencies = new Frequencies(leaves);
        Map<Object, List<Leaf>> kinds = new LinkedHashMap<>();
        for (Leaf leaf : leaves) {
            kinds.computeIfAbsent(frequencies.root(leaf), k -> new ArrayList<>())
                    .add(leaf);
        }
        List<List<Leaf>> groups = new ArrayList<>();
        for (List<Leaf> kind : kinds.values()) {
            split(kind, groups);
        }
        return groups;
    }

    private void split(List<Leaf> leaves, List<List<Leaf>> into) {
        int place = leaves.size() == 1 ? -1 : placeToSplit(leaves);
        if (place < 0) {
            into.add(leaves);
            return;
        }
        Map<String, List<Leaf>> parts = new LinkedHashMap<>();
        for (Leaf leaf : leaves) {
            parts.computeIfAbsent(Words.key(leaf.words[place]), k -> new ArrayList<>())
                    .add(leaf);
        }
        for (List<Leaf> part : parts.values()) {
            split(part, into);
        }
    }

    /**
     * Returns the place where the leaves differ in the fewest words, unless those are many or some masked; then -1. The first
     * word of a message is seldom a value, and words in capitals name states: these may differ more.
     */
    private int placeToSplit(List<Leaf> leaves) {
        int first = different(leaves, 0);
        if (first > 1 && first <= MOST_FIRST && !leaves.stream().allMatch(leaf -> leaf.words[0].indexOf('.') > 0)) {
            return 0;
        }
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int place = 1; place < leaves.get(0).words.length; place++) {
            int different = different(leaves, place);
            if (different > 1 && different < fewest && (different < MANY || isStates(leaves, place, different))) {
                fewest = different;
                best = place;
            }
        }
        return best;
    }

    private static boolean isStates(List<Leaf> leaves, int place, int different) {
        return different <= MOST_STATES && leaves.stream().allMatch(leaf -> Words.isCapitals(leaf.words[place]));
    }

    /** Returns how many words stand at a place; as good as infinite when it holds values already. */
    private static int different(List<Leaf> leaves, int place) {
        Set<String> words = new HashSet<>();
        Set<String> numbered = new HashSet<>();
        for (Leaf leaf : leaves) {
            if (leaf.isMasked(place)) {
                return Integer.MAX_VALUE;
            }
            numbered.add(leaf.words[place]);
            words.add(Words.key(leaf.words[place]));
            if (words.size() > MOST_FIRST) {
                return Integer.MAX_VALUE;
            }
        }
        return numbered.size() > words.size() ? Integer.MAX_VALUE : words.size();
    }

    /** How often each word stands at each place, counted in messages. */
    private static final class Frequencies {

        private final List<Map<String, Long>> places = new ArrayList<>();

        Frequencies(Collection<Leaf> leaves) {
            for (Leaf leaf : leaves) {
                for (int i = 0; i < leaf.words.length; i++) {
                    if (places.size() <= i) {
                        places.add(new HashMap<>());
                    }
                    places.get(i).merge(Words.key(leaf.words[i]), leaf.count, Long::sum);
                }
            }
        }

        /** Returns the largest set of words of a leaf that occur equally often, with their places. */
        List<Object> root(Leaf leaf) {
            Map<Long, List<Integer>> equal = new HashMap<>();
            long highest = 0;
            for (int i = 0; i < leaf.words.length; i++) {
                if (!leaf.isMasked(i)) {
                    long count = places.get(i).getOrDefault(Words.key(leaf.words[i]), 0L);
                    highest = Math.max(highest, count);
                    equal.computeIfAbsent(count, k -> new ArrayList<>()).add(i);
                }
            }
            return named(leaf, equal, highest);
        }

        private static List<Object> named(Leaf leaf, Map<Long, List<Integer>> equal, long highest) {
            long least = highest / 2;
            Comparator<Map.Entry<Long, List<Integer>>> order =
                    Comparator.comparingInt(e -> e.getValue().size());
            List<Object> root = new ArrayList<>();
            for (String word : leaf.words) {
                root.add(Words.glue(word));
            }
            equal.entrySet().stream()
                    .filter(e -> e.getKey() >= least)
                    .max(order.thenComparingLong(Map.Entry::getKey))
                    .ifPresent(e -> e.getValue().forEach(i -> {
                        root.add(i);
                        root.add(Words.key(leaf.words[i]));
                    }));
            return root;
        }
    }
}
