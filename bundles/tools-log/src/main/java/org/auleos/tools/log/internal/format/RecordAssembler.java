package org.auleos.tools.log.internal.format;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.auleos.tools.log.internal.record.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of physical lines: learns the formats of a log from its first lines, then joins every line that continues the
 * one before. Confined to one thread.
 */
public final class RecordAssembler {

    private static final int SAMPLE_LINES = 500;
    private static final int SAMPLE_CHARS = 1 << 18;
    private static final int LONGEST_DETAIL = 1 << 16;

    private final String path;
    private final Consumer<LogRecord> records;
    private final Recogniser recogniser;
    private final Continuations continuations = new Continuations();
    private final Head head = new Head();
    private final StringBuilder detail = new StringBuilder();
    private @Nullable List<String> sample = new ArrayList<>();
    private int sampled;
    private long number;
    private @Nullable Pending pending;
    private @Nullable Blocks blocks;
    private @Nullable Envelope envelope;
    private String firstOfBlock = "";
    private long blockStart;
    private int blockLines;

    /**
     * @param path the name the records carry
     * @param zone the zone of timestamps that name none
     * @param modified when the log was last written
     * @param records is given every record, in the order of the log
     */
    public RecordAssembler(String path, ZoneId zone, Instant modified, Consumer<LogRecord> records) {
        this.path = path;
        this.records = records;
        this.recogniser = new Recogniser(zone, modified);
    }

    /** Takes the next physical line; it may be delivered later, with the lines that continue it. */
    public void line(String line) {
        List<String> waiting = sample;
        if (waiting == null) {
            take(line);
            return;
        }
        waiting.add(line);
        sampled += line.length();
        if (waiting.size() >= SAMPLE_LINES || sampled >= SAMPLE_CHARS) {
            learn(waiting);
        }
    }

    /** Delivers what is still held back. */
    public void end() {
        if (sample != null) {
            learn(sample);
        }
        if (blocks != null) {
            endBlock(blocks);
        }
        flush();
    }

    /** Returns the name of the format most lines are written in. */
    public String formatName() {
        if (blocks != null) {
            return blocks.name();
        }
        return (envelope == null ? "" : "container: ") + recogniser.formatName();
    }

    private void learn(List<String> waiting) {
        sample = null;
        if (Blocks.areIn(waiting)) {
            blocks = recogniser.blocks();
        } else {
            envelope = recogniser.envelope(waiting);
            recogniser.learn(waiting.stream().map(this::unwrapped).toList());
        }
        waiting.forEach(this::take);
    }

    private void take(String line) {
        number++;
        Blocks inBlocks = blocks;
        if (inBlocks == null) {
            takeLine(line);
        } else {
            takeOfBlock(line, inBlocks);
        }
    }

    private void takeOfBlock(String line, Blocks inBlocks) {
        if (line.isBlank()) {
            endBlock(inBlocks);
            return;
        }
        inBlocks.add(line);
        if (blockLines++ == 0) {
            blockStart = number;
            firstOfBlock = line;
        } else {
            append(line);
        }
    }

    private void endBlock(Blocks inBlocks) {
        if (blockLines > 0) {
            inBlocks.describe(head, firstOfBlock);
            Pending block = new Pending(firstOfBlock, blockStart, true, head);
            block.grow(blockLines - 1);
            pending = block;
            flush();
        }
        inBlocks.clear();
        blockLines = 0;
    }

    /** Returns what the program wrote of a physical line. */
    private String unwrapped(String raw) {
        String text = envelope == null ? null : envelope.text(raw);
        return text == null ? raw : text;
    }

    private void takeLine(String raw) {
        String line = unwrapped(raw);
        boolean headed = recogniser.read(line, head);
        if (envelope != null && head.time == null) {
            head.time = envelope.time();
        }
        Pending before = pending;
        if (before != null && before.isAnswered(line)) {
            return;
        }
        if (before != null && belongs(line, headed, before)) {
            before.grow(1);
            append(line);
            return;
        }
        flush();
        if (line.isBlank()) {
            return;
        }
        pending = new Pending(raw, number, headed, head);
        append(head.detail);
        continuations.newRecord(head.message);
        if (!headed) {
            recogniser.missed(line);
        }
    }

    private boolean belongs(String line, boolean headed, Pending before) {
        if (headed) {
            return head.addition && before.isHeaded() && before.pid() == head.pid;
        }
        return continuations.continues(line, before.isHeaded());
    }

    private void append(String line) {
        int room = LONGEST_DETAIL - detail.length() - 1;
        if (room > 0 && !line.isEmpty()) {
            if (detail.length() > 0) {
                detail.append('\n');
            }
            detail.append(line, 0, Math.min(line.length(), room));
        }
    }

    private void flush() {
        Pending before = pending;
        if (before != null) {
            records.accept(before.record(path, detail.toString()));
            detail.setLength(0);
            pending = null;
        }
    }
}
