package org.auleos.tools.log.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class NeedleAutomatonTest {

    @Test
    void everyNeedleIsFoundAlsoInsideAnother() {
        List<String> needles = List.of("disk full", "full", "isk", "fuller", "no space");

        assertThat(found(needles, "Disk FULL: No Space left")).containsExactly("disk full", "full", "isk", "no space");
    }

    @Test
    void charactersBeyondAsciiAreNeverPartOfANeedle() {
        assertThat(found(List.of("ab"), "aäb aɐb ab\u0141")).containsExactly("ab");
        assertThat(found(List.of("ab"), "a\u0162")).isEmpty();
    }

    @Test
    void theEndOfTheFirstOccurrenceIsKept() {
        NeedleAutomaton automaton = new NeedleAutomaton(List.of("ab"));
        Hits hits = new Hits(1);

        automaton.scan("xxab ab", 10, hits);

        assertThat(hits.end(0)).isEqualTo(13);
    }

    @Test
    void itFindsExactlyWhatAPlainSearchFinds() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<String> needles = new ArrayList<>(new TreeSet<>(texts(random, 8, 2, 4)));
            String text = texts(random, 1, 60, 60).get(0);

            List<String> plain = needles.stream()
                    .filter(needle -> text.toLowerCase(Locale.ROOT).contains(needle.toLowerCase(Locale.ROOT)))
                    .toList();
            assertThat(found(
                            needles.stream()
                                    .map(n -> n.toLowerCase(Locale.ROOT))
                                    .distinct()
                                    .toList(),
                            text))
                    .containsExactlyInAnyOrderElementsOf(plain.stream()
                            .map(n -> n.toLowerCase(Locale.ROOT))
                            .distinct()
                            .toList());
        }
    }

    @Test
    void needlesThatAreNotFoldedAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NeedleAutomaton(List.of("Disk")));
        assertThatIllegalArgumentException().isThrownBy(() -> new NeedleAutomaton(List.of("é1")));
        assertThatIllegalArgumentException().isThrownBy(() -> new NeedleAutomaton(List.of("x")));
    }

    private static List<String> texts(Random random, int many, int shortest, int longest) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            StringBuilder text = new StringBuilder();
            int length = shortest + random.nextInt(longest - shortest + 1);
            while (text.length() < length) {
                text.append("abAB ".charAt(random.nextInt(5)));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static List<String> found(List<String> needles, String text) {
        Hits hits = new Hits(needles.size());
        new NeedleAutomaton(needles).scan(text, 0, hits);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < needles.size(); i++) {
            if (hits.has(i)) {
                found.add(needles.get(i));
            }
        }
        return found;
    }
}
