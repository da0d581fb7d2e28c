package org.auleos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WordsTest {

    @Test
    void figuresAreGrouped() {
        assertThat(Words.count(0)).isEqualTo("0");
        assertThat(Words.count(999)).isEqualTo("999");
        assertThat(Words.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Words.count(1, "file")).isEqualTo("1 file");
        assertThat(Words.count(2, "file")).isEqualTo("2 files");
    }

    @Test
    void timesAreShortened() {
        assertThat(Words.elapsed(812)).isEqualTo("0.8 s");
        assertThat(Words.elapsed(185_000)).isEqualTo("3 min 5 s");
        assertThat(Words.time("2026-11-20T10:00:01.123456Z")).isEqualTo("2026-11-20 10:00:01Z");
        assertThat(Words.time("2026-11-20T10:00:01.5+01:00")).isEqualTo("2026-11-20 10:00:01+01:00");
        assertThat(Words.span("", "")).isEmpty();
        assertThat(Words.span("2026-11-20T10:00:00Z", "2026-11-21T10:00:00Z"))
                .isEqualTo("2026-11-20 10:00:00Z – 2026-11-21 10:00:00Z");
    }

    @Test
    void sizesHaveUnits() {
        assertThat(Words.bytes(1023)).isEqualTo("1023 B");
        assertThat(Words.bytes(1536)).isEqualTo("1.5 KiB");
        assertThat(Words.bytes(256L << 20)).isEqualTo("256.0 MiB");
    }

    @Test
    void longTextIsCutAndWrapped() {
        assertThat(Cut.to("abcdef", 4)).isEqualTo("abc…");
        assertThat(Cut.to("ab😀d", 4)).isEqualTo("ab…");
        assertThat(Cut.wrap("one two three four", 9)).containsExactly("one two", "three", "four");
        assertThat(Cut.wrap("unbreakablelongword", 8)).containsExactly("unbreaka", "blelongw", "ord");
    }
}
