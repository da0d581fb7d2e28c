package org.auleos.tools.log.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LabelsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fatal: no inbox",
                "Fatal error loading the store",
                "[FTL] no route",
                "prog: panic: out of ideas",
                "F0304 10:15:01.123456 811 main.go:12] no config",
                "time=\"2026-03-04T10:15:01Z\" level=fatal msg=\"no config\""
            })
    void aGraveWordAtTheBeginningIsGrave(String message) {
        assertThat(Labels.verdict(message)).isEqualTo(Verdict.GRAVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error: no inbox",
                "E: Unable to locate package shop",
                "prog: error: unknown argument",
                "E0304 10:15:01.123456 811 main.go:12] no answer",
                "time=\"2026-03-04T10:15:01Z\" level=error msg=\"no answer\""
            })
    void anErrorWordAtTheBeginningIsStated(String message) {
        assertThat(Labels.verdict(message)).isEqualTo(Verdict.STATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "error: 0",
                "error rate is low",
                "errors are counted here: none",
                "no fatal: everything is fine",
                "fatality rates of 2025",
                "time=\"2026-03-04T10:15:01Z\" level=info msg=\"error: none\""
            })
    void aWordThatMeansSomethingElseIsOrdinary(String message) {
        assertThat(Labels.verdict(message)).isEqualTo(Verdict.ORDINARY);
    }
}
