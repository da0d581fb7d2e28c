package org.auleos.tools.log.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.auleos.tools.log.internal.record.LogRecord;
import org.junit.jupiter.api.Test;

class LogReaderTest {

    private static final String LINE = "Mar  9 10:15:01 web1 sshd[99]: Accepted publickey for bob";

    @Test
    void countsLinesBytesAndTimes() {
        ReadLog log = ReadLog.of(LINE, "Mar  9 10:15:09 web1 sshd[99]: Connection closed by 10.0.0.1");

        assertThat(log.report().lines()).isEqualTo(2);
        assertThat(log.report().records()).isEqualTo(2);
        assertThat(log.report().bytes()).isEqualTo(LINE.length() + 62L);
        assertThat(log.report().from()).isEqualTo(Instant.parse("2024-03-09T10:15:01Z"));
        assertThat(log.report().to()).isEqualTo(Instant.parse("2024-03-09T10:15:09Z"));
        assertThat(log.report().format()).isEqualTo("syslog");
        assertThat(log.report().problems()).isEmpty();
    }

    @Test
    void anEmptySourceHasNoLinesAndNoProblems() {
        ReadLog log = ReadLog.of(new byte[0]);

        assertThat(log.records()).isEmpty();
        assertThat(log.report().lines()).isZero();
        assertThat(log.report().problems()).isEmpty();
    }

    @Test
    void theLastLineNeedsNoLineEnd() {
        assertThat(ReadLog.of("one\ntwo".getBytes(StandardCharsets.UTF_8)).records())
                .hasSize(2);
    }

    @Test
    void carriageReturnsAreNoPartOfALine() {
        assertThat(ReadLog.of("one\r\ntwo\r\n".getBytes(StandardCharsets.UTF_8)).records())
                .extracting(LogRecord::raw)
                .containsExactly("one", "two");
    }

    @Test
    void readsGzip() throws IOException {
        assertThat(ReadLog.of(gzip(LINE + "\n")).record(0).raw()).isEqualTo(LINE);
    }

    @Test
    void keepsWhatATruncatedGzipHeld() throws IOException {
        byte[] whole = gzip((LINE + "\n").repeat(5000));

        ReadLog log = ReadLog.of(Arrays.copyOf(whole, whole.length - 40));

        assertThat(log.problems()).containsExactly(Problem.Kind.DAMAGED);
        assertThat(log.report().lines()).isGreaterThan(100);
    }

    @Test
    void reportsAGzipThatIsNone() {
        ReadLog log = ReadLog.of(new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 99, 99, 99});

        assertThat(log.problems()).containsExactly(Problem.Kind.DAMAGED);
    }

    @Test
    void namesThePackingItDoesNotRead() {
        byte[] xz = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 0, 4};

        assertThat(ReadLog.of(xz).report().problems())
                .containsExactly(new Problem(
                        Problem.Kind.UNSUPPORTED, "a.log is packed with xz; unpack it with xz -d; skipped"));
    }

    @Test
    void skipsBinaryFiles() {
        byte[] bytes = new byte[4096];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 3));
        }

        ReadLog log = ReadLog.of(bytes);

        assertThat(log.problems()).containsExactly(Problem.Kind.BINARY);
        assertThat(log.records()).isEmpty();
    }

    @Test
    void saysHowToReadABinaryJournal() {
        byte[] journal = Arrays.copyOf("LPKSHHRH".getBytes(StandardCharsets.US_ASCII), 300);

        assertThat(ReadLog.of(journal).report().problems().get(0).text()).contains("journalctl -o json");
    }

    @Test
    void readsUtf16WithAMark() {
        byte[] bytes = ("\uFEFF" + LINE + "\n" + LINE + "\n").getBytes(StandardCharsets.UTF_16LE);

        assertThat(ReadLog.of(bytes).records()).extracting(LogRecord::raw).containsExactly(LINE, LINE);
    }

    @Test
    void readsUtf16WithoutAMark() {
        byte[] bytes = (LINE + "\n").getBytes(StandardCharsets.UTF_16BE);

        assertThat(ReadLog.of(bytes).record(0).raw()).isEqualTo(LINE);
    }

    @Test
    void readsUtf8WithAMark() {
        assertThat(ReadLog.of("\uFEFFgrün").record(0).raw()).isEqualTo("grün");
    }

    @Test
    void readsLatin1WhenItIsNotUtf8() {
        ReadLog log = ReadLog.of("grün\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(log.record(0).raw()).isEqualTo("grün");
        assertThat(log.problems()).containsExactly(Problem.Kind.ENCODING);
    }

    @Test
    void replacesBadBytesAmongUtf8() {
        byte[] bytes = "grün\nxx\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xC3;

        ReadLog log = ReadLog.of(bytes);

        assertThat(log.record(1).raw()).isEqualTo("x\uFFFD");
        assertThat(log.problems()).containsExactly(Problem.Kind.ENCODING);
    }

    @Test
    void dropsNulBytesOfASparseFile() {
        ReadLog log = ReadLog.of(("\0".repeat(5000) + LINE + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(log.record(0).raw()).isEqualTo(LINE);
        assertThat(log.problems()).containsExactly(Problem.Kind.NUL_BYTES);
    }

    @Test
    void cutsLinesOfMegabytes() {
        ReadLog log = ReadLog.of("x".repeat(3_000_000), "after");

        assertThat(log.records()).extracting(r -> r.raw().length()).containsExactly(8192, 5);
        assertThat(log.record(1).line()).isEqualTo(2);
        assertThat(log.problems()).containsExactly(Problem.Kind.LONG_LINES);
    }

    @Test
    void linesAcrossBuffersStayWhole() {
        String line = "y".repeat(50_000);

        ReadLog log = ReadLog.of(line, line, line, line, line);

        assertThat(log.report().lines()).isEqualTo(5);
        assertThat(log.records()).allSatisfy(r -> assertThat(r.raw()).isEqualTo("y".repeat(8192)));
        assertThat(log.report().problems()).isEmpty();
    }

    @Test
    void aVanishedFileIsReportedWithItsReason() {
        ReadLog log = ReadLog.of(() -> {
            throw new NoSuchFileException("a.log");
        });

        assertThat(log.problems()).containsExactly(Problem.Kind.UNREADABLE);
        assertThat(log.report().problems().get(0).text()).contains("a.log", "NoSuchFileException");
    }

    @Test
    void keepsWhatCameBeforeAFailure() {
        ReadLog log = ReadLog.of(() -> new SequenceInputStream(
                new ByteArrayInputStream((LINE + "\nhalf a li").getBytes(StandardCharsets.UTF_8)), failing()));

        assertThat(log.records()).hasSize(2);
        assertThat(log.problems()).containsExactly(Problem.Kind.UNREADABLE);
    }

    @Test
    void cancellingEndsTheReading() {
        List<LogRecord> records = new ArrayList<>();
        byte[] bytes = (LINE + "\n").repeat(10_000).getBytes(StandardCharsets.UTF_8);
        Source source = new Source("a.log", () -> new ByteArrayInputStream(bytes), ReadLog.MODIFIED);

        SourceReport report = LogReader.read(
                source, new Options(ZoneOffset.UTC, () -> records.size() > 1000, read -> {}), records::add);

        assertThat(report.lines()).isBetween(1000L, 2000L);
        assertThat(report.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.CANCELLED);
    }

    @Test
    void progressGrowsToTheNumberOfBytes() {
        List<Long> told = new ArrayList<>();
        byte[] bytes = (LINE + "\n").repeat(20_000).getBytes(StandardCharsets.UTF_8);
        Source source = new Source("a.log", () -> new ByteArrayInputStream(bytes), ReadLog.MODIFIED);

        LogReader.read(source, new Options(ZoneOffset.UTC, () -> false, told::add), record -> {});

        assertThat(told).isSorted().hasSizeGreaterThan(3).endsWith((long) bytes.length);
    }

    private static InputStream failing() {
        return new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] into, int off, int len) throws IOException {
                throw new IOException("Input/output error");
            }

            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }
        };
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
