package org.auleos.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void readsEveryKindOfValue() {
        Json json = Json.parse("{\"a\":[1,-2.5,true,false,null,\"x\\u00e9\\n\"],\"b\":{}}");

        assertThat(json)
                .isEqualTo(Json.empty()
                        .with(
                                "a",
                                new Json.Arr(List.of(
                                        Json.of(1),
                                        new Json.Dec(-2.5),
                                        Json.Bool.TRUE,
                                        Json.Bool.FALSE,
                                        Json.Null.NULL,
                                        Json.of("xé\n"))))
                        .with("b", Json.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "[1 2]",
                "01",
                "1.",
                ".5",
                "+1",
                "NaN",
                "Infinity",
                "\"\\x\"",
                "\"\t\"",
                "\"open",
                "// c\n1",
                "1 2",
                "{} x",
                "nul",
                "tru",
                "[1]]",
                "\uFEFF1",
                "\u00a01"
            })
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"a\":2}|a|twice",
                "{\"p\":[{\"n\":1},{\"n\":1,\"n\":1}]}|p[1].n|twice",
                "{\"a\":{\"b\":9223372036854775808}}|a.b|64 bits",
                "{\"a\":[0,1e999]}|a[1]|out of range",
                "{\"a\":\"\\ud800\"}|a|surrogate",
                "{\"\\udc00\":1}|?|surrogate",
                "{\"a\":[1,\\u0031]}|a[1]|line 1, column",
            })
    void namesThePlaceOfAProblem(String text, String path, String problem) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOfSatisfying(JsonException.class, e -> {
            assertThat(e).hasMessageContaining(problem);
            assertThat(path).isIn(e.path(), "?");
        });
    }

    @Test
    void acceptsSixtyFourLevelsAndNotOneMore() {
        assertThat(Json.parse("[".repeat(64) + "]".repeat(64)).text()).hasSize(128);
        assertThatThrownBy(() -> Json.parse("[".repeat(65) + "]".repeat(65))).hasMessageContaining("64 levels");
    }

    @Test
    void acceptsOneMebibyteAndNotOneByteMore() {
        String limit = "\"" + "x".repeat((1 << 20) - 2) + "\"";
        String wide = "\"" + "é".repeat((1 << 19) - 1) + "\"";

        assertThat(Json.parse(limit).bytes()).hasSize(1 << 20);
        assertThat(Json.parse(wide).bytes()).hasSize(1 << 20);
        assertThatThrownBy(() -> Json.parse(limit + " ")).hasMessageContaining("1048577 bytes");
        assertThatThrownBy(() -> Json.parse(wide + " ")).hasMessageContaining("1048577 bytes");
        assertThatThrownBy(() -> Json.parse((wide + " ").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("1048577 bytes");
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[][] bad = {
            {'"', (byte) 0xC3, '"'},
            {'"', (byte) 0xC0, (byte) 0x80, '"'},
            {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
            {'"', (byte) 0xF8, (byte) 0x88, (byte) 0x80, (byte) 0x80, (byte) 0x80, '"'},
            "\"x\"".getBytes(StandardCharsets.UTF_16LE),
        };

        for (byte[] bytes : bad) {
            assertThatThrownBy(() -> Json.parse(bytes)).isInstanceOf(JsonException.class);
        }
    }

    @Test
    void keepsAReplacementCharacterSomebodyWrote() {
        assertThat(Json.parse("\"\uFFFD\"".getBytes(StandardCharsets.UTF_8))).isEqualTo(Json.of("\uFFFD"));
    }

    @Test
    void theCanonicalFormSortsMembersByCodeUnits() {
        String text =
                "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}";

        assertThat(Json.parse(text).text())
                .isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}");
    }

    @Test
    void theCanonicalFormEscapesOnlyWhatItMust() {
        assertThat(Json.of("\u20ac$\u000f\nA'B\"\\\\\"/\u007f\u2028").text())
                .isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u007f\u2028\"");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "-0.0, 0",
        "1.0, 1",
        "-1.5, -1.5",
        "333333333.33333329, 333333333.3333333",
        "1e30, 1e+30",
        "4.5, 4.5",
        "2e-3, 0.002",
        "0.000000000000000000000000001, 1e-27",
        "1e-6, 0.000001",
        "1e-7, 1e-7",
        "1.23e-7, 1.23e-7",
        "4.9E-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "9007199254740994.0, 9007199254740994",
        "2.0e-3, 0.002",
        "2e23, 2e+23",
        "1.0E23, 1e+23",
        "9.999999999999997e22, 9.999999999999997e+22",
        "9.223372036854774e18, 9223372036854774000",
        "9.223372036854775807e18, 9.223372036854776e+18",
        "1e21, 1e+21",
        "0.1, 0.1"
    })
    void numbersAreAsShortAsEcmaScriptWritesThem(double value, String text) {
        assertThat(new Json.Dec(value).text()).isEqualTo(text);
    }

    @Test
    void everyNumberReadsBackAsItself() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(number(Json.parse(new Json.Dec(value).text()))).isEqualTo(value == 0 ? 0.0 : value);
            }
        }
    }

    private static double number(Json json) {
        return json instanceof Json.Int whole ? whole.value() : ((Json.Dec) json).value();
    }

    @Test
    void randomValuesSurviveEveryWayOfWriting() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 2_000; i++) {
            Json value = random(random, 4);

            assertThat(Json.parse(value.bytes())).isEqualTo(value);
            assertThat(Json.parse(value.pretty())).isEqualTo(value);
            assertThat(Json.parse(value.pretty()).bytes()).isEqualTo(value.bytes());
        }
    }

    private static Json random(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> Json.of(random.nextLong());
            case 1 -> new Json.Dec(random.nextInt(1000) + 0.25);
            case 2 -> Json.Bool.of(random.nextBoolean());
            case 3 -> Json.Null.NULL;
            case 4 -> Json.of(text(random));
            case 5 -> {
                Map<String, Json> members = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    members.put(text(random), random(random, depth - 1));
                }
                yield new Json.Obj(members);
            }
            default ->
                new Json.Arr(random.ints(random.nextInt(4))
                        .mapToObj(ignored -> random(random, depth - 1))
                        .toList());
        };
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int point = random.nextInt(random.nextBoolean() ? 0x80 : 0x110000);
            text.appendCodePoint(point >= 0xD800 && point < 0xE000 ? 'x' : point);
        }
        return text.toString();
    }

    @Test
    void halfASurrogatePairIsNotWritten() {
        assertThatThrownBy(() -> Json.of("a\ud83d").text()).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> Json.of("\ude00a").text()).hasMessageContaining("surrogate");
    }

    @Test
    void theFormForPeopleKeepsTheOrderAndIndents() {
        assertThat(Json.parse("{\"b\":[1,{}],\"a\":{\"c\":\"d\"},\"e\":[]}").pretty())
                .isEqualTo("{\n  \"b\": [\n    1,\n    {}\n  ],\n  \"a\": {\n    \"c\": \"d\"\n  },\n  \"e\": []\n}");
    }

    @Test
    void aTextThatShouldBeAnObjectSaysSo() {
        assertThatThrownBy(() -> Json.object("[1]".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("expected an object");
    }
}
