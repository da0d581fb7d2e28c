package org.auleos.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.auleos.api.policy.Approval;
import org.auleos.api.policy.Capability;
import org.auleos.api.policy.ExactCall;
import org.auleos.json.Json;
import org.junit.jupiter.api.Test;

class CallTextTest {

    private static List<String> shown(Json.Obj input, String unit) {
        ExactCall call = new ExactCall(
                "fs.append",
                "1.0.0",
                "ab".repeat(32),
                "medium",
                input,
                List.of(Capability.of("fs:write:/data/a")),
                "agent:storage",
                "user:ann",
                "r-1",
                unit,
                "r-1/" + unit,
                "p1");
        return CallText.lines(new Approval(
                "a-0001",
                call.digest(),
                call,
                1,
                false,
                "why",
                Approval.State.PENDING,
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(),
                Optional.empty()));
    }

    private static String shown(String text) {
        return String.join("\n", shown(Json.empty().with("text", Json.of(text)), "clean"));
    }

    @Test
    void aCallIsShownInEveryDetail() {
        List<String> lines = shown(
                Json.empty().with("path", Json.of("/data/a")).with("lines", Json.strings(List.of("x", "y"))), "clean");

        assertThat(lines)
                .containsSequence(
                        "tool     fs.append 1.0.0, SHA-256 " + "ab".repeat(32),
                        "risk     medium",
                        "by       agent:storage for user:ann",
                        "run      r-1, unit clean, key r-1/clean",
                        "needs    fs:write:/data/a",
                        "policy   p1",
                        "input    {",
                        "  \"lines\": [",
                        "    \"x\",",
                        "    \"y\"",
                        "  ],",
                        "  \"path\": \"/data/a\"",
                        "}");
        assertThat(lines.get(lines.size() - 1)).matches("digest   [0-9a-f]{64}");
    }

    @Test
    void nothingTakesTheTerminalOverOrHides() {
        int[] hostile = {
            0x00, 0x07, 0x08, 0x0a, 0x0d, 0x1b, 0x7f, 0x85, 0x9b, 0xa0, 0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x2003,
            0x200b, 0x200d, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0x2800, 0x3000, 0x3164,
            0xe000, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0xffff, 0xe0041, 0xe0100, 0x10fffd
        };
        for (int c : hostile) {
            String all = shown("a" + new StringBuilder().appendCodePoint(c) + "b");
            assertThat(all).as(Integer.toHexString(c)).containsPattern("\"a(\\\\u[0-9a-f]{4}){1,2}b\"");
        }
        assertThat(shown("Zürich 東京 – 😀 e\u0301")).contains("Zürich 東京 – 😀 e\u0301");
    }

    @Test
    void everyCharacterShownIsTheOneThatIsThere() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c >= 0xd800 && c <= 0xdfff) {
                continue;
            }
            String text = new StringBuilder().appendCodePoint(c).toString();
            Json.Obj input = Json.empty().with("t", Json.of(text));
            String line = shown(input, "u").stream()
                    .filter(it -> it.startsWith("  \"t\": "))
                    .findFirst()
                    .orElseThrow();

            assertThat(Json.parse(line.substring(7))).as(Integer.toHexString(c)).isEqualTo(Json.of(text));
            c += c > 0x3000 ? 60 : 0;
        }
    }

    @Test
    void aTextThatLooksLikeAnEscapeIsToldFromOne() {
        assertThat(shown("\\u202e")).contains("\"\\\\u202e\"");
        assertThat(shown("\u202e")).contains("\"\\u202e\"");
        assertThat(shown("x\", \"path\": \"/etc")).contains("\"x\\\", \\\"path\\\": \\\"/etc\"");
    }

    @Test
    void namesCannotPretendToBeOtherLines() {
        List<String> lines = shown(Json.empty().with("a\nrisk     none", Json.of(1)), "u\u001b[2J\nrisk     none");

        assertThat(lines).filteredOn(line -> line.startsWith("risk")).containsExactly("risk     medium");
        assertThat(String.join("", lines)).doesNotContain("\u001b", "\n");
    }

    @Test
    void whatIsLongIsCutVisibly() {
        String cut = shown("x".repeat(400) + "; rm -rf /" + "y".repeat(5_000));
        List<String> many = shown(
                Json.empty().with("all", Json.strings(List.of("z ".repeat(999).split(" ", -1)))), "u");

        assertThat(cut).contains("x\"… cut: 5410 characters in all, SHA-256 ").doesNotContain("rm -rf");
        assertThat(many).hasSizeLessThan(220);
        assertThat(many.get(many.size() - 2))
                .matches("… cut: 803 lines more; the whole input has \\d+ bytes, SHA-256 .*");
    }
}
