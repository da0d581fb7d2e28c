package org.auleos.tools.log.internal.mine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds rare templates that a frequent one covers once both are read word by word as people do, between spaces: a value may
 * be written in a shape of its own now and then ({@code LOCAL(0)} among addresses).
 */
final class Absorption {

    private static final int FEWEST = 10;
    private static final int LARGEST_BUCKET = 4000;

    private Absorption() {}

    /** Returns, for each leaf that another covers, that other one. */
    static Map<Leaf, Leaf> find(List<Leaf> leaves) {
        Map<Integer, List<Spaced>> buckets = new HashMap<>();
        for (Leaf leaf : leaves) {
            Spaced spaced = new Spaced(leaf, List.of(leaf.text().split(" ")));
            buckets.computeIfAbsent(spaced.words.size(), k -> new ArrayList<>()).add(spaced);
        }
        Map<Leaf, Leaf> covered = new HashMap<>();
        for (List<Spaced> bucket : buckets.values()) {
            if (bucket.size() <= LARGEST_BUCKET) {
                find(bucket, covered);
            }
        }
        return covered;
    }

    private static void find(List<Spaced> bucket, Map<Leaf, Leaf> covered) {
        List<Spaced> frequent = bucket.stream()
                .filter(s -> s.leaf.count >= FEWEST && s.isCover())
                .sorted(Comparator.comparingLong((Spaced s) -> s.leaf.count).reversed())
                .toList();
        for (Spaced rare : bucket) {
            frequent.stream()
                    .filter(s -> s.leaf.count >= FEWEST * rare.leaf.count && s.covers(rare))
                    .findFirst()
                    .ifPresent(s -> covered.put(rare.leaf, s.leaf));
        }
    }

    /** A leaf as words between spaces. */
    private record Spaced(Leaf leaf, List<String> words) {

        /** Whether enough is constant and something is not. */
        boolean isCover() {
            int values = 0;
            for (String word : words) {
                values += isValue(word) ? 1 : 0;
            }
            return values > 0 && words.size() - values >= 2;
        }

        boolean covers(Spaced rare) {
            for (int i = 0; i < words.size(); i++) {
                if (!words.get(i).equals(rare.words.get(i))
                        && !(isValue(words.get(i)) && isOddValue(words.get(i), rare.words.get(i)))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isValue(String word) {
            int mask = word.indexOf(Masker.MASK);
            if (mask < 0) {
                return false;
            }
            for (int i = 0; i < word.length(); i++) {
                if (Character.isLetterOrDigit(word.charAt(i))) {
                    return false;
                }
            }
            return true;
        }

        /** Whether a word holds a number or a mask, between the same punctuation as the value it would stand for. */
        private static boolean isOddValue(String value, String word) {
            int mask = value.indexOf(Masker.MASK);
            String before = value.substring(0, mask);
            String after = value.substring(value.lastIndexOf(Masker.MASK) + 3);
            boolean numbered = word.contains(Masker.MASK) || word.chars().anyMatch(c -> c >= '0' && c <= '9');
            return numbered && word.startsWith(before) && word.endsWith(after);
        }
    }
}
