package org.auleos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.auleos.json.Json;
import org.junit.jupiter.api.Test;

final class CleanTest {

    @Test
    void plainTextStaysAsItIs() {
        assertThat(Clean.line("Zürich 東京 – 😀 ok")).isEqualTo("Zürich 東京 – 😀 ok");
    }

    @Test
    void escapesOfTerminalsAreShownAndNotObeyed() {
        assertThat(Clean.line("\u001b[2Jgone\u0007")).isEqualTo("\\u001b[2Jgone\\u0007");
        assertThat(Clean.line("\u009b31m")).isEqualTo("\\u009b31m");
        assertThat(Clean.line("over\rwritten\nline")).isEqualTo("over\\u000dwritten\\u000aline");
    }

    @Test
    void directionAndInvisibleCharactersAreShown() {
        for (int c :
                new int[] {0x202a, 0x202e, 0x2066, 0x2069, 0x200f, 0x061c, 0x200b, 0xfeff, 0x2028, 0xd800, 0xe0041}) {
            assertThat(Clean.line("a" + new StringBuilder().appendCodePoint(c) + "b"))
                    .as(Integer.toHexString(c))
                    .matches("a(\\\\u[0-9a-f]{4})+b");
        }
    }

    @Test
    void cleanedJsonIsStillTheSameJson() {
        Json json = Json.empty().with("text", Json.of("\u202e \u009b\u200b \u001b\ttab"));

        assertThat(Json.parse(Clean.lines(json.text()))).isEqualTo(json);
        assertThat(Json.parse(Clean.lines(json.pretty()))).isEqualTo(json);
    }
}
