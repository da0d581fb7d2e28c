package org.auleos.tools.log.internal.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StampScannerTest {

    private static final Instant MODIFIED = Instant.parse("2024-03-10T12:00:00Z");

    private final StampScanner scanner = new StampScanner();
    private final StampResolver resolver = new StampResolver(ZoneId.of("Europe/Berlin"), MODIFIED);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-09T10:15:01Z|2024-03-09T10:15:01Z",
                "2024-03-09T10:15:01.123456789+01:00|2024-03-09T09:15:01.123456789Z",
                "2024-03-09 10:15:01,5 +0530|2024-03-09T04:45:01.500Z",
                "2024-03-09 10:15:01 UTC|2024-03-09T10:15:01Z",
                "2024-03-09 10:15:01|2024-03-09T09:15:01Z",
                "2024-07-09 10:15:01|2024-07-09T08:15:01Z",
                "2024/03/09 10:15:01|2024-03-09T09:15:01Z",
                "2024.03.09-10.15.01.25|2024-03-09T09:15:01.250Z",
                "20240309-10:15:1:119|2024-03-09T09:15:01.119Z",
                "20240309T101501|2024-03-09T09:15:01Z",
                "240309 101501|2024-03-09T09:15:01Z",
                "24/03/09 10:15:01|2024-03-09T09:15:01Z",
                "03/25/2024 10:15:01 PM|2024-03-25T21:15:01Z",
                "25.03.2024 10:15:01|2024-03-25T09:15:01Z",
                "03-09 10:15:01.123|2024-03-09T09:15:01.123Z",
                "09/Mar/2024:10:15:01 +0000|2024-03-09T10:15:01Z",
                "09-Mar-2024 10:15:01.123|2024-03-09T09:15:01.123Z",
                "09 Mar 2024 10:15:01.123|2024-03-09T09:15:01.123Z",
                "Mar  9 10:15:01|2024-03-09T09:15:01Z",
                "Mar 9 2024 10:15:01|2024-03-09T09:15:01Z",
                "Dec 24 10:15:01|2023-12-24T09:15:01Z",
                "Sat Mar 09 10:15:01.5 2024|2024-03-09T09:15:01.500Z",
                "Sat Mar  9 10:15:01 UTC 2024|2024-03-09T10:15:01Z",
                "Sat, 09 Mar 2024 10:15:01 GMT|2024-03-09T10:15:01Z",
                "Mar 09, 2024 1:15:01 PM|2024-03-09T12:15:01Z",
                "10:15:01.5|2024-03-10T09:15:01.500Z",
                "1709979301|2024-03-09T10:15:01Z",
                "1709979301.25|2024-03-09T10:15:01.250Z",
                "1709979301123|2024-03-09T10:15:01.123Z",
                "1709979301123456|2024-03-09T10:15:01.123456Z",
            })
    void readsTheShapesProgramsWrite(String text, String expected) {
        assertThat(scanner.scan(text + " rest", 0)).isEqualTo(text.length());
        assertThat(resolver.resolve(scanner.stamp())).isEqualTo(Instant.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "1234567890123456789012",
                "0000000000",
                "2024",
                "2024-13-09 10:15:01",
                "2024-03-09x",
                "Mar",
                "March 9",
                "Marx 9 10:15:01",
                "25:15:01",
                "10:75:01",
                "10.0.0.1",
                "1.2.3",
                "Sat",
                "may 9 be",
                "10:15"
            })
    void takesNothingElseForATime(String text) {
        assertThat(scanner.scan(text, 0)).isNegative();
    }

    @Test
    void dayFirstIsRememberedOnceItIsSure() {
        assertThat(scanner.scan("25/03/2024 10:15:01", 0)).isPositive();
        assertThat(scanner.scan("04/03/2024 10:15:01", 0)).isPositive();

        assertThat(scanner.stamp().month).isEqualTo(3);
    }
}
