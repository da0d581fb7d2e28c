package org.auleos.tools.log.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.auleos.tools.log.internal.record.LogRecord;
import org.junit.jupiter.api.Test;

/** How physical lines become records, and times moments. */
class RecordsTest {

    @Test
    void aStackTraceBelongsToItsRecord() {
        ReadLog log = ReadLog.of(
                "2024-03-09 10:15:01,123 ERROR [main] a.B: failed",
                "java.lang.IllegalStateException: boom",
                "\tat a.B.c(B.java:1)",
                "Caused by: java.io.IOException: disk",
                "\t... 3 more",
                "2024-03-09 10:15:02,123 INFO [main] a.B: fine");

        assertThat(log.records()).extracting(LogRecord::line).containsExactly(1L, 6L);
        assertThat(log.record(0).lines()).isEqualTo(5);
        assertThat(log.record(0).detail()).startsWith("java.lang.IllegalStateException: boom\n\tat a.B");
    }

    @Test
    void aTracebackBelongsToItsRecord() {
        ReadLog log = ReadLog.of(
                "2024-03-09 10:15:01,123 - app - ERROR - failed",
                "Traceback (most recent call last):",
                "  File \"x.py\", line 1, in f",
                "    g()",
                "ValueError: bad",
                "2024-03-09 10:15:02,123 - app - INFO - fine");

        assertThat(log.records()).extracting(LogRecord::lines).containsExactly(5, 1);
    }

    @Test
    void aTracebackAloneIsOneRecord() {
        ReadLog log = ReadLog.of("Traceback (most recent call last):", "  File \"x.py\"", "KeyError: 'a'", "next");

        assertThat(log.records()).extracting(LogRecord::lines).containsExactly(3, 1);
    }

    @Test
    void aLineWithoutAHeadIsARecordOfItsOwnUnlessItContinues() {
        ReadLog log =
                ReadLog.of("2024-03-09 10:15:01 one", "Segmentation fault (core dumped)", "2024-03-09 10:15:02 two");

        assertThat(log.records()).hasSize(3);
        assertThat(log.record(1).time()).isNull();
        assertThat(log.record(1).message()).isEqualTo("Segmentation fault (core dumped)");
    }

    @Test
    void detailIsBounded() {
        List<String> lines = new ArrayList<>(List.of("2024-03-09 10:15:01 start"));
        for (int i = 0; i < 5000; i++) {
            lines.add("    continued with some more text " + i);
        }

        ReadLog log = ReadLog.of(lines.toArray(String[]::new));

        assertThat(log.records()).hasSize(1);
        assertThat(log.record(0).lines()).isEqualTo(5001);
        assertThat(log.record(0).detail().length()).isLessThanOrEqualTo(1 << 16);
    }

    @Test
    void yearlessTimesTakeTheYearOfTheFileAndRollOver() {
        ReadLog log = ReadLog.of(
                "Nov 30 23:00:00 h a[1]: x",
                "Dec 31 23:59:59 h a[1]: x",
                "Jan  1 00:00:01 h a[1]: x",
                "Dec 31 23:59:58 h a[1]: late",
                "Mar  9 10:00:00 h a[1]: x");

        assertThat(log.records())
                .extracting(LogRecord::time)
                .containsExactly(
                        Instant.parse("2023-11-30T23:00:00Z"),
                        Instant.parse("2023-12-31T23:59:59Z"),
                        Instant.parse("2024-01-01T00:00:01Z"),
                        Instant.parse("2023-12-31T23:59:58Z"),
                        Instant.parse("2024-03-09T10:00:00Z"));
    }

    @Test
    void timesWithoutADateTakeTheDayOfTheFile() {
        ReadLog log = ReadLog.of("10:15:01.123 [main] INFO  c.f.Bar - a", "10:15:02.123 [main] INFO  c.f.Bar - b");

        assertThat(log.record(1).time()).isEqualTo(Instant.parse("2024-03-10T10:15:02.123Z"));
    }

    @Test
    void aFormatThatBeginsLaterIsLearned() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            lines.add("no head in this line at all");
        }
        for (int i = 0; i < 2000; i++) {
            lines.add("E/Radio(  " + (100 + i % 7) + "): 2024-03-09 10:15:01 <WARN> lost carrier " + i);
        }

        ReadLog log = ReadLog.of(lines.toArray(String[]::new));

        LogRecord last = log.record(log.records().size() - 1);
        assertThat(last.message()).isEqualTo("lost carrier 1999");
        assertThat(last.time()).isEqualTo(Instant.parse("2024-03-09T10:15:01Z"));
    }

    @Test
    void everyPhysicalLineIsInOneRecordOrBlank() {
        ReadLog log = ReadLog.of("a", "", "  b", "c", "", "", "2024-03-09 10:15:01 d");

        long covered = log.records().stream().mapToLong(LogRecord::lines).sum();

        assertThat(covered).isEqualTo(log.report().lines());
    }

    @Test
    void noDamageToALineMakesTheReaderFail() {
        List<String> whole = List.of(
                "<34>1 2024-03-09T10:15:01.123Z db1 app 42 ID47 [a@1 b=\"3\"] An event",
                "1.2.3.4 - bob [09/Mar/2024:10:15:01 +0000] \"GET /a HTTP/1.1\" 200 123 \"-\" \"curl/7\"",
                "{\"time\":\"2024-03-09T10:15:01Z\",\"level\":\"error\",\"msg\":\"it \\\"broke\\\"\",\"c\":{\"a\":[1]}}",
                "2024-03-09T10:15:01,123 | ERROR | Thread-3 (a b) | o.a.k.Foo | 13 - c | Could not",
                "[Sat Mar 09 10:15:01.123000 2024] [core:error] [pid 123:tid 456] AH00124: too many",
                "type=AVC msg=audit(1709979301.123:45): avc: denied",
                "Mar  9 10:15:01 web1 Some App[12] (x.y): text",
                "ts=2024-03-09T10:15:01Z level=warn msg=\"a \\\" b\"");
        Random random = new Random(11);

        for (int round = 0; round < 2000; round++) {
            String[] lines = random.ints(5, 0, whole.size())
                    .mapToObj(i -> damaged(whole.get(i), random))
                    .toArray(String[]::new);

            ReadLog log = ReadLog.of(lines);

            long covered = log.records().stream().mapToLong(LogRecord::lines).sum();
            assertThat(covered).isLessThanOrEqualTo(log.report().lines());
        }
    }

    private static String damaged(String line, Random random) {
        String signs = "[](){}<>|:=\"'-.,;/\\ \t09aZ%*#";
        StringBuilder text = new StringBuilder(line);
        for (int i = random.nextInt(4); i > 0 && text.length() > 0; i--) {
            int place = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(place);
                case 1 -> text.setLength(place);
                default -> text.setCharAt(place, signs.charAt(random.nextInt(signs.length())));
            }
        }
        return text.toString();
    }
}
