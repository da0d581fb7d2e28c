package org.auleos.tools.log.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {

    @Test
    void valuesOfEveryKindAreRead() {
        Object value = Json.parse(" {\"a\": [1, -2.5e1, true, false], \"b\": {\"c\": \"x\\n\\u0041\\\"\"}} ");

        assertThat(value).isEqualTo(Map.of("a", List.of(1.0, -25.0, true, false), "b", Map.of("c", "x\nA\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,\"a\":2}",
                "null",
                "[1] x",
                "{\"a\" 1}",
                "\"\\q\"",
                "\"open",
                "tru",
                "\"\\u12"
            })
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text));
    }

    @Test
    void aMistakeIsRefusedWithItsLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.parse("{\n\"a\": 1,\n\"b\": ?\n}"))
                .withMessageContaining("line 3");
    }
}
