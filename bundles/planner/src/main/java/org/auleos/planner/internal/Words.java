package org.auleos.planner.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns what people write into words that can be compared. */
final class Words {

    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Set<String> EMPTY = Set.of(
            ("a an the of on in at to for from with by and or is are was were be been am do does did it its this that these "
                            + "those there here my our your me i we you us please can could would will shall should may "
                            + "might must have has had having take look tell show give let want need like some any just "
                            + "what which who how when where now s t re ve ll")
                    .split(" "));

    private static final Set<String> NEGATIONS = Set.of(
            "not", "no", "never", "without", "dont", "don", "cannot", "cant", "nothing", "neither", "nor", "except");

    private Words() {}

    /** The words that carry meaning, in order, in a common form. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (String word : raw(text)) {
            if (!EMPTY.contains(word)) {
                words.add(stem(word));
            }
        }
        return words;
    }

    /** True when the text says that something shall not be. */
    static boolean negated(String text) {
        return raw(text).stream().anyMatch(NEGATIONS::contains);
    }

    private static List<String> raw(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace("'", "").replace("\u2019", "");
        return BREAK.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
    }

    /** Takes English endings off, the same ones from every word, so that "files" and "file" or "deleting" and "delete" meet. */
    private static String stem(String word) {
        for (String ending : List.of("ing", "ed", "es", "s", "e")) {
            if (word.endsWith(ending) && word.length() >= ending.length() + 3 && !word.endsWith("ss")) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    /** How alike two words are: 1 for the same, less for a likely typing error, 0 for different words. */
    static double likeness(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        int longest = Math.max(a.length(), b.length());
        int allowed = longest >= 8 ? 2 : longest >= 4 ? 1 : 0;
        if (Math.abs(a.length() - b.length()) > allowed) {
            return 0;
        }
        int distance = distance(a, b);
        return distance <= allowed ? 1 - (double) distance / longest : 0;
    }

    /** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cell(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cell(String a, String b, int[][] d, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
