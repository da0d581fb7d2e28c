package org.auleos.tools.log.internal.read;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.auleos.tools.log.internal.format.RecordAssembler;
import org.auleos.tools.log.internal.read.Problem.Kind;
import org.auleos.tools.log.internal.record.LogRecord;
import org.jspecify.annotations.Nullable;

/** Reads one log from its first byte to its last as records; nothing that is wrong with the log is fatal. */
public final class LogReader {

    private static final int LINES_BETWEEN_CHECKS = 256;
    private static final long BYTES_BETWEEN_REPORTS = 1 << 18;

    private final Source source;
    private final Options options;
    private final Consumer<LogRecord> records;
    private final List<Problem> problems = new ArrayList<>();
    private long lineCount;
    private long recordCount;
    private long byteCount;
    private String format = "";
    private @Nullable Instant from;
    private @Nullable Instant to;

    private LogReader(Source source, Options options, Consumer<LogRecord> records) {
        this.source = source;
        this.options = options;
        this.records = records;
    }

    /**
     * Reads a source to its end, on the caller's thread.
     *
     * @param records is given every record in the order of the source; what it throws ends the reading
     */
    public static SourceReport read(Source source, Options options, Consumer<LogRecord> records) {
        LogReader reader = new LogReader(source, options, records);
        reader.open();
        return reader.report();
    }

    private void open() {
        try (InputStream stored = Unpacker.peekable(source.opener().open())) {
            Optional<String> packing = Unpacker.unsupported(stored);
            if (packing.isPresent()) {
                problem(Kind.UNSUPPORTED, "is packed with " + packing.get() + "; skipped");
                return;
            }
            unpack(stored);
        } catch (IOException e) {
            problem(Kind.UNREADABLE, "could not be opened: " + reason(e));
        }
    }

    private void unpack(InputStream stored) {
        try (InputStream text = Unpacker.peekable(Unpacker.unpack(stored))) {
            Optional<String> kind = Unpacker.binaryKind(text);
            if (kind.isPresent()) {
                problem(Kind.BINARY, "is " + kind.get() + "; skipped");
                return;
            }
            InputStream narrow = Encoding.narrow(text);
            if (narrow == text && Encoding.isBinary(Unpacker.peek(text, Encoding.SAMPLE))) {
                problem(Kind.BINARY, "is not text; skipped");
                return;
            }
            lines(new Lines(narrow));
        } catch (IOException e) {
            problem(Kind.DAMAGED, "could not be unpacked: " + reason(e));
        }
    }

    private void lines(Lines lines) {
        RecordAssembler assembler =
                new RecordAssembler(source.path(), options.zone(), source.modified(), this::deliver);
        boolean cancelled = pump(lines, assembler);
        assembler.end();
        format = lineCount == 0 ? "" : assembler.formatName();
        byteCount = lines.bytes();
        options.progress().accept(byteCount);
        if (cancelled) {
            problem(Kind.CANCELLED, "was cancelled after line " + lineCount);
        }
        complain(lines);
    }

    /** Returns whether the caller cancelled. */
    private boolean pump(Lines lines, RecordAssembler assembler) {
        long reported = 0;
        for (String line = lines.next(); line != null; line = lines.next()) {
            assembler.line(line);
            lineCount++;
            if (lineCount % LINES_BETWEEN_CHECKS == 0) {
                if (options.cancelled().getAsBoolean()) {
                    return true;
                }
                if (lines.bytes() - reported >= BYTES_BETWEEN_REPORTS) {
                    reported = lines.bytes();
                    options.progress().accept(reported);
                }
            }
        }
        return false;
    }

    private void complain(Lines lines) {
        IOException failure = lines.failure();
        if (failure != null) {
            boolean packed = failure instanceof java.util.zip.ZipException || failure instanceof java.io.EOFException;
            problem(
                    packed ? Kind.DAMAGED : Kind.UNREADABLE,
                    "ended early after line " + lineCount + ", what came before was read: " + reason(failure));
        }
        if (lines.cut() > 0) {
            problem(Kind.LONG_LINES, lines.cut() + " lines longer than " + Lines.KEPT + " bytes were cut");
        }
        if (lines.nulBytes() > 0) {
            problem(Kind.NUL_BYTES, lines.nulBytes() + " NUL bytes were dropped");
        }
        if (lines.undecodable() > 0) {
            String as =
                    lines.seenUtf8() ? "have bytes that are not UTF-8; those were replaced" : "were read as Latin-1";
            problem(Kind.ENCODING, lines.undecodable() + " lines " + as);
        }
    }

    private void deliver(LogRecord record) {
        recordCount++;
        Instant time = record.time();
        if (time != null) {
            from = from == null || time.isBefore(from) ? time : from;
            to = to == null || time.isAfter(to) ? time : to;
        }
        records.accept(record);
    }

    private void problem(Kind kind, String text) {
        problems.add(new Problem(kind, source.path() + " " + text));
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        String name = e.getClass().getSimpleName();
        return message == null ? name : name + ": " + message;
    }

    private SourceReport report() {
        return new SourceReport(source.path(), format, lineCount, recordCount, byteCount, from, to, problems);
    }
}
