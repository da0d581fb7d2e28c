package org.auleos.planner.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"file,files", "delete,deleting", "process,processes", "port,ports", "analyse,analysing", "fill,fills"})
    void formsOfAWordMeet(String one, String other) {
        assertThat(Words.of(one)).isEqualTo(Words.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "memory,memroy,1",
        "memory,memoy,1",
        "disk,disk,0",
        "port,post,1",
        "triage,trage,1",
        "ab,ba,1",
        "kitten,sitting,3"
    })
    void distanceCountsTypingErrors(String a, String b, int distance) {
        assertThat(Words.distance(a, b)).isEqualTo(distance);
        assertThat(Words.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void shortWordsMustBeRight() {
        assertThat(Words.likeness("cpu", "cup")).isZero();
    }

    @Test
    void aSentenceIsTakenApart() {
        Sentence sentence = Sentence.of("look at /var/log, '/my files' and ../x of the last 2 days on port 80 or 1.5");

        assertThat(sentence.paths()).containsExactly("/my files", "/var/log");
        assertThat(sentence.relative()).containsExactly("../x");
        assertThat(sentence.durations()).containsExactly(Duration.ofDays(2));
        assertThat(sentence.numbers()).containsExactly(80L);
    }

    @ParameterizedTest
    @CsvSource({"24h,PT24H", "7d,PT168H", "30m,PT30M", "90 s,PT1M30S", "2w,PT336H", "PT5M,PT5M"})
    void durationsAreReadAsPeopleWriteThem(String text, String iso) {
        assertThat(Sentence.duration(text)).contains(Duration.parse(iso));
    }
}
