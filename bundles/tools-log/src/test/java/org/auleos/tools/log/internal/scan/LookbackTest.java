package org.auleos.tools.log.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.auleos.plugin.tool.ToolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LookbackTest {

    @ParameterizedTest
    @CsvSource({"24h,PT24H", "30m,PT30M", "7d,P7D", "2w,P14D", "90s,PT90S", "PT2H,PT2H", "P1D,P1D"})
    void lengthsOfTimeAreRead(String text, Duration expected) {
        assertThat(Lookback.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "24", "-3h", "0h", "PT-2H"})
    void anythingElseIsRefusedWithAnExample(String text) {
        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> Lookback.parse(text))
                .withMessageContaining("24h");
    }

    @Test
    void kindsOfFilesShowInTheirNames() {
        assertThat(FileKind.of("syslog")).isEqualTo(FileKind.LOG);
        assertThat(FileKind.of("syslog.2.gz")).isEqualTo(FileKind.ROTATED);
        assertThat(FileKind.of("app-2026-03-04.log")).isEqualTo(FileKind.ROTATED);
        assertThat(FileKind.of("wtmp.1")).isEqualTo(FileKind.BINARY);
        assertThat(FileKind.of("system.journal")).isEqualTo(FileKind.BINARY);
    }
}
